import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { specPostgresUrl } from '#libs/testing';
import { bigintArray, byteaArray, dateArray, integerArray, smallintArray, textArray } from './binary-array.js';

describe('an array as a binary parameter', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: specPostgresUrl() });
    await client.connect();
  });
  afterAll(() => client.end());

  /** The array as the database reads it, written as text by the database. */
  const asText = async (type: string, parameter: Buffer | unknown[]): Promise<string | null> => {
    const { rows } = await client.query<{ text: string | null }>(`SELECT ($1::${type}[])::text AS text`, [parameter]);
    return rows[0]?.text ?? null;
  };

  const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0') && value.isWellFormed());

  it.each([
    ['integer', fc.integer(), integerArray],
    ['smallint', fc.integer({ min: -32_768, max: 32_767 }), smallintArray],
    ['bigint', fc.maxSafeInteger(), bigintArray],
    ['bytea', fc.uint8Array().map((bytes) => Buffer.from(bytes)), byteaArray],
    ['text', fc.option(text), textArray],
  ] as const)('of %s reads as the same array in text does', async (type, element, encode) => {
    await fc.assert(
      fc.asyncProperty(fc.array(element as fc.Arbitrary<never>, { maxLength: 20 }), async (values) =>
        expect(await asText(type, encode(values))).toBe(await asText(type, values)),
      ),
    );
  });

  it('of dates reads as the days that its times lie in', async () => {
    const time = fc.integer({ min: Date.UTC(1970), max: Date.UTC(2100) });
    const days = (times: (number | null)[]): (string | null)[] =>
      times.map((at) => (at === null ? null : new Date(at).toISOString().slice(0, 10)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(time), { maxLength: 20 }), async (times) =>
        expect(await asText('date', dateArray(times))).toBe(await asText('date', days(times))),
      ),
    );
  });
});
