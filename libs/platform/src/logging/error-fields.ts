import { isError } from '../is-error.js';

const CODE = /^[A-Za-z0-9_.-]{1,64}$/;
const MAX_FRAMES = 20;
const MAX_CAUSES = 3;

export interface ErrorFields {
  readonly type: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly frames: readonly string[];
  readonly cause?: ErrorFields;
}

/**
 * What of an error may stand in a log: its type, its codes and where it was thrown. The message stays out: parsers and
 * databases quote in it the text that they were given.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!isError(error)) return { type: typeof error, frames: [] };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: identifier(error.name) ?? 'Error',
    code: identifier(code),
    constraint: identifier(constraint),
    frames: stackFrames(error.stack ?? ''),
    cause: error.cause !== undefined && depth < MAX_CAUSES ? errorFields(error.cause, depth + 1) : undefined,
  };
}

/** The lines of a stack that name places in the code; its first lines repeat the message. */
export function stackFrames(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
}

const identifier = (value: unknown): string | undefined =>
  typeof value === 'string' && CODE.test(value) ? value : undefined;
