import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CANARY, outcome, type NotesApp, startNotes } from './notes-app.fixtures.js';

let notes: NotesApp;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes.close());

describe('a body', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  it('that fits is taken', async () => {
    const answer = await notes.post('{"title":"a"}');
    expect([answer.statusCode, answer.json()]).toEqual([201, { title: 'a' }]);
  });

  it('may be absent where none is needed', async () => {
    const bare = await notes.inject({
      method: 'POST',
      url: '/notes/abc/close',
      headers: { authorization: notes.bearer },
    });
    const empty = await notes.post('', {}, '/notes/abc/close');
    expect([bare.json(), empty.json()]).toEqual([
      { id: 'abc', body: null },
      { id: 'abc', body: null },
    ]);
  });

  it.each([
    ['that is not JSON', `{"title": ${CANARY}`, 400, 'MALFORMED_JSON'],
    ['that is two JSON texts', '{}{}', 400, 'MALFORMED_JSON'],
    ['that is not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'MALFORMED_JSON'],
    ['with a NUL', '{"title":"a\\u0000b"}', 400, 'MALFORMED_TEXT'],
    ['with half a surrogate pair', '{"title":"\\ud800"}', 400, 'MALFORMED_TEXT'],
    ['with __proto__', '{"title":"a","__proto__":{"admin":true}}', 400, 'FORBIDDEN_KEY'],
    ['with a constructor deep inside', '{"title":"a","tags":[{"constructor":{"prototype":{}}}]}', 400, 'FORBIDDEN_KEY'],
    ['nested 17 deep', nested(18), 400, 'TOO_DEEP'],
    ['nested 400,000 deep', nested(400_000), 400, 'TOO_DEEP'],
    ['of 20,001 values', JSON.stringify(Array<number>(20_000).fill(1)), 400, 'TOO_DEEP'],
    ['of more than a mebibyte', `"${'a'.repeat(1024 * 1024)}"`, 413, 'BODY_TOO_LARGE'],
  ])('%s is refused', async (_name, payload, status, code) => {
    const answer = await notes.post(payload);
    expect(outcome(answer)).toEqual([status, code]);
    expect(answer.body).not.toContain(CANARY);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'text/json',
  ])('of type %s is refused', async (type) =>
    expect(outcome(await notes.post('title=a', { 'content-type': type }))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']),
  );

  it('that is compressed is refused', async () => {
    expect(outcome(await notes.post('{}', { 'content-encoding': 'gzip' }))).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('may be larger on a route that says so', async () => {
    const items = Array<string>(50_000).fill('a'.repeat(30));
    const answer = await notes.post(JSON.stringify(items), {}, '/notes/batch');
    expect(answer.json()).toEqual({ size: 50_000 });
    expect(outcome(await notes.post(`"${'a'.repeat(5 * 1024 * 1024)}"`, {}, '/notes/batch'))).toEqual([
      413,
      'BODY_TOO_LARGE',
    ]);
  });
});

describe('content that does not fit', () => {
  it('is refused with every fault by path and rule, never by value', async () => {
    const note = {
      priority: CANARY,
      sender: CANARY,
      tags: [{ code: 'OK' }, { code: CANARY, position: 7 }],
      [`${CANARY} x`]: 1,
    };
    const answer = await notes.post(JSON.stringify(note));
    expect(outcome(answer)).toEqual([422, 'CONTENT_INVALID']);
    expect(answer.body).not.toContain(CANARY);
    expect(answer.json<{ errors: unknown[] }>().errors).toEqual(
      expect.arrayContaining([
        { path: '/title', rule: 'REQUIRED' },
        { path: '/priority', rule: 'INVALID_VALUE' },
        { path: '/sender', rule: 'UNKNOWN_FIELD' },
        { path: '/?', rule: 'UNKNOWN_FIELD' },
        { path: '/tags/1/code', rule: 'INVALID_FORMAT' },
        { path: '/tags/1/position', rule: 'UNKNOWN_FIELD' },
      ]),
    );
  });

  it.each(['null', '[]', '"a"', '7'])('such as %s is refused', async (payload) =>
    expect(outcome(await notes.post(payload))).toEqual([422, 'CONTENT_INVALID']),
  );

  it('in a query is 400, in a path 404', async () => {
    expect(outcome(await notes.get('/notes?limit=1000'))).toEqual([400, 'QUERY_INVALID']);
    expect(outcome(await notes.get('/notes?jurisdiction=PH'))).toEqual([400, 'QUERY_INVALID']);
    expect((await notes.get('/notes?limit=7')).json()).toEqual({ limit: 7 });
    expect(outcome(await notes.post('{}', {}, '/notes/A1/close'))).toEqual([404, 'NOT_FOUND']);
  });

  it('lists at most fifty faults', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`field${i}`, 1]));
    expect((await notes.post(JSON.stringify(many))).json<{ errors: unknown[] }>().errors).toHaveLength(50);
  });
});
