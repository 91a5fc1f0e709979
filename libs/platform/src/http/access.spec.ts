import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHttpApp } from './bootstrap.js';
import { keptLog } from './http-app.fixtures.js';
import { CANARY, NotesModule, outcome, type NotesApp, startNotes } from './notes-app.fixtures.js';

let notes: NotesApp;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes.close());

describe('a route that is not public', () => {
  it('is closed without a token', async () => {
    const answer = await notes.inject({ method: 'GET', url: '/notes/me' });
    expect(outcome(answer)).toEqual([401, 'TOKEN_MISSING']);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="referral-bus"');
  });

  it.each([
    `Basic ${CANARY}`,
    `Bearer ${CANARY}`,
    `Bearer a.b.c, Bearer ${CANARY}`,
    `Bearer ${'a'.repeat(1024 * 1024)}`,
  ])('is closed to a header that is no token', async (authorization) => {
    const answer = await notes.get('/notes/me', { authorization });
    expect(outcome(answer)).toEqual([401, 'TOKEN_INVALID']);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
    expect(answer.body).not.toContain(CANARY);
  });

  it('knows its caller', async () => {
    const caller = (await notes.get('/notes/me', { 'bus-role': 'NCP_LE', 'bus-person': 'p-1' })).json();
    expect(caller).toMatchObject({ agency: 'PH-WCPC', role: 'NCP_LE', person: 'p-1', client: 'backend' });
  });

  it('may ask for a role', async () => {
    expect(outcome(await notes.get('/notes/admin'))).toEqual([403, 'ROLE_REQUIRED']);
    expect(outcome(await notes.get('/notes/admin', { 'bus-role': 'SCHEME_ADMIN' }))).toEqual([403, 'ROLE_NOT_HELD']);
    const admin = `Bearer ${await notes.issuer.token({ roles: ['SCHEME_ADMIN'] })}`;
    expect((await notes.get('/notes/admin', { authorization: admin })).statusCode).toBe(200);
  });

  it('answers 503 while the keys of the issuer cannot be had', async () => {
    notes.issuer.failWith = 500;
    const cold = await createHttpApp(NotesModule, { logger: keptLog().logger, auth: notes.issuer.rules, port: 0 });
    const answer = await cold.app.inject({ method: 'GET', url: '/notes/me', headers: { authorization: notes.bearer } });
    await cold.close();
    notes.issuer.failWith = undefined;
    expect(outcome(answer)).toEqual([503, 'ISSUER_UNAVAILABLE']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});
