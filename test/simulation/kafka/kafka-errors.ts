import { createRequire } from 'node:module';

interface ProtocolCode {
  readonly type: string;
  readonly code: number;
  readonly retriable: boolean;
  readonly message: string;
}

interface KafkaErrors {
  readonly KafkaJSProtocolError: new (code: ProtocolCode) => Error;
  readonly KafkaJSOffsetOutOfRange: new (code: ProtocolCode, at: { topic: string; partition: number }) => Error;
  readonly KafkaJSConnectionError: new (message: string, at: { broker: string; code: string }) => Error;
  readonly KafkaJSConnectionClosedError: new (message: string, at: { host: string; port: number }) => Error;
}

const require = createRequire(import.meta.url);
const errors = require('kafkajs/src/errors') as KafkaErrors;
const { createErrorFromCode, errorCodes } = require('kafkajs/src/protocol/error') as {
  createErrorFromCode: (code: number) => Error;
  errorCodes: readonly ProtocolCode[];
};

export const BROKER = { nodeId: 1, host: 'simulated', port: 9092 } as const;

const codeOf = (type: string): ProtocolCode => {
  const found = errorCodes.find((each) => each.type === type);
  if (!found) throw new RangeError(`kafkajs knows no error ${type}`);
  return found;
};

/** An error that the broker answers with. */
export const protocolError = (type: string): Error => createErrorFromCode(codeOf(type).code);

export const outOfRange = (topic: string, partition: number): Error =>
  new errors.KafkaJSOffsetOutOfRange(codeOf('OFFSET_OUT_OF_RANGE'), { topic, partition });

/** The connection broke while a request was on its way: whether it was carried out is unknown. */
export const connectionClosed = (): Error => new errors.KafkaJSConnectionClosedError('Closed connection', BROKER);

export const connectionRefused = (): Error =>
  new errors.KafkaJSConnectionError('Connection refused', { broker: 'simulated:9092', code: 'ECONNREFUSED' });
