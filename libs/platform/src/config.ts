import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { connectionSettings } from './http/door-bounds.js';
import { isError } from './is-error.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every fault of a configuration at once: names and reasons, never values. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`the configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the variables that `schema` names. `X_FILE` gives the path of a file that holds the value of `X` (a trailing line
 * break is cut off), so that a secret need not stand in the environment. An empty variable counts as not set.
 * @throws ConfigError with every fault, by name
 */
export function readConfig<S extends z.ZodObject>(schema: S, env: Environment): z.output<S> {
  const faults = new Map<string, string>();
  const input: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = readVariable(name, env, faults);
    if (value !== undefined) input[name] = value;
  }
  const parsed = schema.safeParse(input);
  for (const issue of parsed.error?.issues ?? []) addFault(faults, issue, input);
  if (faults.size > 0 || !parsed.success)
    throw new ConfigError([...faults].map(([name, fault]) => `${name}: ${fault}`));
  return parsed.data;
}

function readVariable(name: string, env: Environment, faults: Map<string, string>): string | undefined {
  const direct = env[name] || undefined;
  const path = env[`${name}_FILE`] || undefined;
  if (path === undefined) return direct;
  if (direct !== undefined) faults.set(name, `both ${name} and ${name}_FILE are set`);
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    faults.set(name, `${name}_FILE cannot be read (${errorCode(error)})`);
    return undefined;
  }
}

const errorCode = (error: unknown): string =>
  isError(error) && typeof error.code === 'string' ? error.code : 'unknown error';

// The first fault of a variable is the cause; what zod says of the value that is then missing would only repeat it.
function addFault(faults: Map<string, string>, issue: z.core.$ZodIssue, input: Record<string, string>): void {
  const name = String(issue.path[0] ?? 'configuration');
  if (faults.has(name)) return;
  const missing = issue.code === 'invalid_type' && issue.path.length === 1 && !(name in input);
  faults.set(name, missing ? 'is missing' : issue.message);
}

/** A TCP port; 0 lets the system choose. */
export const portField = z.coerce.number().int().min(0).max(65_535);

/** Comma-separated values, trimmed, without empty ones. */
export const listField = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
  .pipe(z.array(z.string()).min(1, 'names nothing'));

/** A secret: never given a default, at least 16 characters long. */
export const secretField = z.string().min(16, 'is shorter than 16 characters');

/** An address that may carry trust: https, or http on this machine alone. */
export const secureUrlField = z.string().refine(isSecureUrl, 'must be an https address (http only on loopback)');

export const logLevelField = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

/** What every app with an HTTP door reads. */
export const httpSettings = {
  PORT: portField.default(8080),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: logLevelField.default('info'),
  ...connectionSettings,
};

/** Whose tokens an app believes. No default issuer: an app that was not told refuses to start. */
export const issuerSettings = {
  ISSUER_URL: secureUrlField,
  ISSUER_JWKS_URL: secureUrlField,
  ISSUER_AUDIENCE: z.string().min(1).default('urn:referral-bus:api'),
};

export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
