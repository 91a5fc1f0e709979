import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CANARY, outcome, type NotesApp, startNotes } from './notes-app.fixtures.js';

let notes: NotesApp;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes.close());

describe('a problem', () => {
  it('is described by RFC 9457 members and the correlation id', async () => {
    const correlation = '0198c0de-0000-7000-8000-00000000000a';
    const answer = await notes.get('/nowhere/42', { 'bus-correlation-id': correlation });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toEqual({
      type: '/problems/NOT_FOUND',
      title: 'Not found',
      status: 404,
      code: 'NOT_FOUND',
      instance: `urn:uuid:${correlation}`,
    });
    expect(answer.headers['bus-correlation-id']).toBe(correlation);
  });

  it('gets a correlation id of its own where the sent one is no UUID', async () => {
    const answer = await notes.get('/nowhere', { 'bus-correlation-id': `x${CANARY}` });
    expect(answer.body).not.toContain(CANARY);
    expect(answer.json<{ instance: string }>().instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it.each([
    ['domain', 409, 'NOTE_NOT_OPEN', undefined],
    ['foreign', 404, 'NOT_FOUND', undefined],
    ['away', 503, 'JOURNAL_UNAVAILABLE', '3'],
    ['stopped', 503, 'LANE_STOPPED', '2'],
    ['busy', 429, 'RATE_LIMITED', '1'],
    ['early', 425, 'VIEW_BEHIND', '2'],
    ['broken', 500, 'INTERNAL', undefined],
    ['odd', 500, 'INTERNAL', undefined],
  ])('of an error that is %s has status %i', async (how, status, code, retryAfter) => {
    const answer = await notes.get(`/notes/fail/${how}`);
    expect(outcome(answer)).toEqual([status, code]);
    expect(answer.headers['retry-after']).toBe(retryAfter);
    expect(answer.body).not.toContain(CANARY);
  });

  it('that repeats a recorded refusal names the request that was refused first', async () => {
    const [first, second] = [await notes.get('/notes/fail/repeated'), await notes.get('/notes/fail/repeated')];
    expect(first.json()).toMatchObject({ instance: 'urn:uuid:0198c0de-0000-7000-8000-00000000000b' });
    expect(second.body).toBe(first.body);
  });

  it('of the domain carries its details', async () => {
    const answer = await notes.get('/notes/fail/domain');
    expect(answer.json()).toMatchObject({ title: 'Note not open', details: { status: 'Closed' } });
  });
});

describe('an address', () => {
  it.each([
    ['/notes/%zz', 400, 'MALFORMED_REQUEST'],
    [`/notes/fail/${'a'.repeat(300)}`, 414, 'ADDRESS_TOO_LONG'],
  ])('that cannot be is answered as a problem: %s', async (url, status, code) => {
    const answer = await notes.get(url);
    expect(outcome(answer)).toEqual([status, code]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.body).not.toContain('aaa');
  });
});
