import { describe, expect, it } from '@jest/globals';
import { lastValueFrom, throwError } from 'rxjs';
import { DatabaseAway } from './database-away.interceptor.js';

const answered = (error: unknown): Promise<unknown> =>
  lastValueFrom(new DatabaseAway().intercept({} as never, { handle: () => throwError(() => error) }));

describe('a read that fails', () => {
  it.each(['08006', '53300', '57P01', '57014', 'ECONNREFUSED', 'ETIMEDOUT'])(
    'with %s is answered with 503',
    async (code) => {
      const error = Object.assign(new Error('inner'), { code });
      await expect(answered(error)).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        status: 503,
        headers: { 'Retry-After': '2' },
      });
    },
  );

  it.each(['Connection terminated unexpectedly', 'timeout expired', 'timeout exceeded when trying to connect'])(
    'because the connection was lost or not made is answered with 503: %s',
    async (message) => {
      await expect(answered(new Error(message))).rejects.toMatchObject({ status: 503 });
    },
  );

  it.each([Object.assign(new Error('inner'), { code: '42P01' }), new Error('inner'), 'odd'])(
    'for another reason keeps its error: %p',
    async (error) => {
      await expect(answered(error)).rejects.toBe(error);
    },
  );
});
