import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Socket } from 'node:net';
import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { z } from 'zod';
import { type ReleasedSchema, schemasByFingerprint } from '#libs/contracts';
import { secureUrlField } from '#libs/platform';
import { fullNameOf } from './full-name.js';
import type { RegistryIds } from './framing.js';
import { physicalTopic } from './kafka-config.js';

export interface RegistryConfig {
  /** Base URL of the Confluent-compatible API. */
  readonly url: string;
  readonly topicPrefix: string;
  readonly auth?: { readonly username: string; readonly password: string };
}

export const registrySettings = {
  REGISTRY_URL: secureUrlField,
  REGISTRY_USERNAME: z.string().optional(),
  REGISTRY_PASSWORD: z.string().optional(),
};

/** What went wrong with which subject. */
export class RegistryError extends Error {
  constructor(
    readonly code: 'REGISTRY_UNREACHABLE' | 'SCHEMA_NOT_PUBLISHED' | 'SCHEMA_INCOMPATIBLE' | 'REGISTRY_REFUSED',
    readonly subject: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${subject}`, options);
    this.name = 'RegistryError';
  }
}

const POLICY = COMPATIBILITY.FULL_TRANSITIVE;
const BOUND_MS = 10_000;
/** Events whose schemas are published at the same time: one after the other they would be most of a start. */
const AT_ONCE = 8;

/**
 * Few connections at once, and none that says nothing for so long: the client waits for an answer for ever, and asks for all
 * schemas in the same moment.
 */
function agentFor(url: string, silenceMs: number): HttpAgent {
  const options = { keepAlive: true, maxSockets: AT_ONCE };
  const agent = url.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options);
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (how, callback) => {
    const socket = connect(how, callback);
    if (socket instanceof Socket)
      socket.setTimeout(silenceMs, () => socket.destroy(new Error('the registry says nothing')));
    return socket;
  };
  return agent;
}

/** The registry as gate at publication and catalogue for strangers; what is proved never depends on it (design 3 "Bytes"). */
export class SchemaCatalogue {
  readonly #config: RegistryConfig;
  readonly #registry: SchemaRegistry;
  readonly #schemas: readonly ReleasedSchema[];

  /**
   * @param schemas oldest version of each event first; the released ones unless told otherwise
   * @param silenceMs for so long an answer is waited for
   */
  constructor(config: RegistryConfig, schemas: readonly ReleasedSchema[] = releasedInOrder(), silenceMs = BOUND_MS) {
    this.#config = config;
    this.#registry = new SchemaRegistry({
      host: config.url,
      agent: agentFor(config.url, silenceMs),
      ...(config.auth && { auth: { ...config.auth } }),
      retry: { retries: 2 },
    });
    this.#schemas = schemas;
  }

  /**
   * Registers every schema under `<topic>-<full name>`, after making the registry compare with all earlier versions, in
   * both directions. Safe to repeat.
   * @throws RegistryError SCHEMA_INCOMPATIBLE naming the subject
   */
  async publish(): Promise<RegistryIds> {
    await this.#requireCompatibility();
    const ids = new Map<string, number>();
    const waiting = Object.values(Object.groupBy(this.#schemas, ({ event }) => event));
    const publisher = async (): Promise<void> => {
      // Versions of one event in their order: each is compared with those before.
      for (let versions = waiting.shift(); versions; versions = waiting.shift())
        for (const schema of versions) ids.set(schema.fingerprintHex, await this.#register(schema));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, publisher));
    return ids;
  }

  /** The registry's id of each schema, by fingerprint in hex; registers nothing. @throws RegistryError */
  async ids(): Promise<RegistryIds> {
    const found = await Promise.all(
      this.#schemas.map(async (schema): Promise<[string, number]> => [schema.fingerprintHex, await this.#find(schema)]),
    );
    return new Map(found);
  }

  /** The registry's own default is to compare with nothing. */
  async #requireCompatibility(): Promise<void> {
    const { url, auth } = this.#config;
    const headers: Record<string, string> = { 'content-type': 'application/vnd.schemaregistry.v1+json' };
    if (auth) headers['authorization'] = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
    const answer = await fetch(`${url}/config`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ compatibility: POLICY }),
      signal: AbortSignal.timeout(BOUND_MS),
    }).catch((cause: unknown) => {
      throw new RegistryError('REGISTRY_UNREACHABLE', '/config', { cause });
    });
    if (!answer.ok) throw new RegistryError('REGISTRY_REFUSED', `/config answered ${answer.status}`);
  }

  async #register(schema: ReleasedSchema): Promise<number> {
    const subject = this.#subjectOf(schema);
    const registered = await this.#registry
      .register({ type: SchemaType.AVRO, schema: schema.text }, { subject, compatibility: POLICY })
      .catch((error: unknown) => {
        throw registryError(error, subject);
      });
    return registered.id;
  }

  async #find(schema: ReleasedSchema): Promise<number> {
    const subject = this.#subjectOf(schema);
    return this.#registry
      .getRegistryIdBySchema(subject, { type: SchemaType.AVRO, schema: schema.text })
      .catch((error: unknown) => {
        throw registryError(error, subject);
      });
  }

  #subjectOf(schema: ReleasedSchema): string {
    return `${physicalTopic(this.#config, schema.topic)}-${fullNameOf(schema)}`;
  }
}

function releasedInOrder(): ReleasedSchema[] {
  return [...schemasByFingerprint.values()].sort((a, b) => a.event.localeCompare(b.event) || a.version - b.version);
}

function registryError(cause: unknown, subject: string): RegistryError {
  const status =
    cause instanceof Error && 'status' in cause && typeof cause.status === 'number' ? cause.status : undefined;
  return new RegistryError(codeOf(cause, status), subject, { cause });
}

function codeOf(cause: unknown, status: number | undefined): RegistryError['code'] {
  if (status === 409) return 'SCHEMA_INCOMPATIBLE';
  // The library wraps its 404 into an error of its own that has no status.
  if (status === 404 || (cause instanceof Error && cause.name === 'ConfluentSchemaRegistryError'))
    return 'SCHEMA_NOT_PUBLISHED';
  // 400 is also what the library's HTTP client makes of a connection that fails.
  return status !== undefined && status > 400 && status < 500 ? 'REGISTRY_REFUSED' : 'REGISTRY_UNREACHABLE';
}
