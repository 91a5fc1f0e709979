import type { Topic } from '#libs/contracts';

/** Who consumes: two versions of one name live side by side, each with its own group, checkpoints and tables. */
export interface Consumer {
  readonly name: string;
  readonly version: number;
  /** Another set of topics is another version, built from the start (design 3 "Consuming"). */
  readonly topics: readonly Topic[];
}

const NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** @throws Error when the name could not be a schema's, or no topic is read */
export function checkConsumer({ name, version, topics }: Consumer): void {
  if (!NAME.test(name)) throw new Error(`${name}: a consumer's name has small letters, digits and _`);
  if (!Number.isInteger(version) || version < 1) throw new Error(`${name}: versions are counted from 1`);
  if (topics.length === 0 || new Set(topics).size < topics.length)
    throw new Error(`${name}: topics are read once each`);
}

/** Name of the Kafka consumer group, before a deployment's prefix. */
export const groupOf = ({ name, version }: Pick<Consumer, 'name' | 'version'>): string => `${name}.v${version}`;

/** Schema that holds the tables of this version. */
export const schemaOf = ({ name, version }: Pick<Consumer, 'name' | 'version'>): string => `${name}_v${version}`;
