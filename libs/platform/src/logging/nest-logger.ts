import type { LoggerService, LogLevel } from '@nestjs/common';
import { isError } from '../is-error.js';
import { stackFrames } from './error-fields.js';
import type { Logger } from './logger.js';

/** Lets the framework write into our log. Its chatter about modules and routes is `debug`. */
export class NestLogger implements LoggerService {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  setLogLevels(_levels: LogLevel[]): void {
    // the level comes from the configuration
  }

  // Nest calls with (message, context), (message, stack, context) or (error, …)
  #write(level: 'trace' | 'debug' | 'warn' | 'error' | 'fatal', message: unknown, rest: unknown[]): void {
    const texts = rest.filter((item) => typeof item === 'string');
    const frames = texts.flatMap(stackFrames);
    const context = texts.findLast((text) => !text.includes('\n'));
    const fields = { context, ...(frames.length > 0 && { frames }) };
    if (isError(message)) this.#logger[level]({ ...fields, err: message }, 'error');
    else this.#logger[level](fields, typeof message === 'string' ? message : 'message without text');
  }
}
