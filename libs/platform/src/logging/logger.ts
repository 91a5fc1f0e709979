import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { isError } from '../is-error.js';
import { errorFields } from './error-fields.js';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** Name of the app, in every line. */
  readonly app: string;
  readonly level: Level | 'silent';
  /** Where lines go; standard output if absent. */
  readonly destination?: DestinationStream;
}

// A second wall only: nothing passes these to the logger in the first place.
const NEVER = ['headers', 'body', 'query', 'params', 'req', 'res', 'authorization', 'token', 'password', 'secret'];

/** JSON lines with ids and codes. An error appears as its type, codes and stack frames, never with its message. */
export function createLogger({ app, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFields },
    redact: { paths: NEVER.flatMap((name) => [name, `*.${name}`]), remove: true },
    hooks: {
      // pino would otherwise take the message of an error as the text of the line
      logMethod(this: Logger, args: LogArguments, method: LogMethod) {
        method.apply(this, withoutErrorMessage(args));
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

type LogArguments = Parameters<pino.LogFn>;
type LogMethod = pino.LogFn;

function withoutErrorMessage([first, ...rest]: LogArguments): LogArguments {
  const fields: unknown = isError(first) ? { err: first } : first;
  const hasText = typeof rest[0] === 'string' || typeof fields === 'string';
  return hasText ? [fields, ...rest] : [fields, 'error'];
}
