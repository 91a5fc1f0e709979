import { describe, expect, it } from '@jest/globals';
import { keptLog } from '../http/http-app.fixtures.js';
import { NestLogger } from './nest-logger.js';

const CANARY = 'canary-91c4';

describe('a log line', () => {
  it('is JSON with the app, the level and the time', () => {
    const { logger, lines } = keptLog();
    logger.info({ code: 'OK' }, 'started');
    expect(lines()[0]).toMatchObject({
      app: 'spec',
      level: 'info',
      code: 'OK',
      msg: 'started',
      time: expect.any(String),
    });
  });

  it('shows an error by type, codes and place, never by its message', () => {
    const { logger, lines, text } = keptLog();
    const refused = Object.assign(new Error(`duplicate key (id)=(${CANARY})`), {
      code: '23505',
      constraint: 'journal_pkey',
      detail: CANARY,
    });
    const outer = new TypeError(`outer ${CANARY}`, { cause: refused });
    logger.error(outer);
    logger.error({ err: outer });
    logger.error({ err: outer }, 'failed');
    logger.error(outer, 'failed');
    expect(text()).not.toContain(CANARY);
    expect(lines().map((line) => line.msg)).toEqual(['error', 'error', 'failed', 'failed']);
    for (const { err } of lines()) {
      expect(err).toMatchObject({ type: 'TypeError', cause: { code: '23505', constraint: 'journal_pkey' } });
      expect(JSON.stringify(err)).toContain('logger.spec');
    }
  });

  it('drops what must never be in one, should it get there', () => {
    const { logger, text } = keptLog();
    logger.info({ headers: { a: CANARY }, body: CANARY, token: CANARY, request: { authorization: CANARY } }, 'x');
    expect(text()).not.toContain(CANARY);
  });

  it('cannot be forged by a text with line breaks', () => {
    const { logger, lines } = keptLog();
    logger.info({ code: 'a\n{"level":"fatal"}' }, 'b\n{"level":"fatal"}');
    expect(lines()).toHaveLength(1);
  });
});

describe('the framework', () => {
  it('writes into the same log, its errors without their message', () => {
    const { logger, lines, text } = keptLog();
    const nest = new NestLogger(logger);
    const error = new Error(CANARY);
    nest.log('Mapped {/v1/inbox, GET} route', 'RouterExplorer');
    nest.error('failed', error.stack, 'ExceptionsHandler');
    nest.error(error, 'ExceptionsHandler');
    nest.warn({ body: CANARY });
    expect(lines().map(({ level, msg, context }) => [level, msg, context])).toEqual([
      ['debug', 'Mapped {/v1/inbox, GET} route', 'RouterExplorer'],
      ['error', 'failed', 'ExceptionsHandler'],
      ['error', 'error', 'ExceptionsHandler'],
      ['warn', 'message without text', undefined],
    ]);
    expect(text()).not.toContain(CANARY);
  });
});
