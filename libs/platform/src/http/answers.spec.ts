import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CANARY, outcome, type NotesApp, startNotes } from './notes-app.fixtures.js';

let notes: NotesApp;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes.close());

describe('every answer', () => {
  it('forbids sniffing and storing, and has no entity tag unless a route sets one', async () => {
    const { headers } = await notes.get('/notes/me');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers.etag).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('is logged with the pattern of its route, and ids and codes only', async () => {
    await notes.post(`{"title":"${CANARY}"}`, { 'x-own': CANARY, 'bus-person': 'p-1' }, `/notes?q=${CANARY}`);
    await notes.post(`{"title":"${CANARY}`, {}, `/notes/${CANARY}/close`);
    await notes.get(`/nowhere/${CANARY}`);
    await notes.get('/notes/fail/broken');
    await notes.get('/notes/me', { authorization: `Bearer ${CANARY}` });
    const requests = notes.log.lines().filter((line) => line.msg === 'request');
    expect(requests).toContainEqual(
      expect.objectContaining({
        method: 'POST',
        route: '/notes',
        status: 201,
        agency: 'PH-WCPC',
        client: 'backend',
        correlationId: expect.any(String),
        ms: expect.any(Number),
      }),
    );
    expect(requests).toContainEqual(expect.objectContaining({ route: '/notes/:id/close', status: 400 }));
    expect(requests).toContainEqual(expect.objectContaining({ route: 'unknown', status: 404 }));
    expect(notes.log.text()).not.toContain(CANARY);
    expect(notes.log.text()).not.toContain(notes.bearer.slice(-20));
  });

  it('to an unexpected error is logged with where it was thrown', async () => {
    await notes.get('/notes/fail/broken');
    const failure = notes.log.lines().find((line) => line.code === 'INTERNAL');
    expect(failure).toMatchObject({ level: 'error', err: { type: 'Error', cause: { type: 'Error' } } });
    expect(JSON.stringify(failure)).toContain('notes-app.fixtures');
  });

  it('is counted by route pattern and class of status', async () => {
    await notes.post(`{"title":${CANARY}`);
    await notes.get(`/notes/fail/${CANARY}`);
    const text = (await notes.inject('/metrics')).body;
    expect(text).toContain('bus_http_request_seconds_count{method="POST",route="/notes",status="4xx"}');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain(CANARY);
  });
});

describe('the probes', () => {
  it('say that the process lives, and whether it is ready', async () => {
    let fault: Error | undefined = Object.assign(new Error(CANARY), { code: 'ECONNREFUSED' });
    notes.health.registerReadiness('journal', () => {
      if (fault) throw fault;
    });
    expect((await notes.inject('/livez')).json()).toEqual({ status: 'alive' });
    const down = await notes.inject('/readyz');
    expect([down.statusCode, down.json()]).toEqual([
      503,
      { status: 'not ready', failing: [{ name: 'journal', code: 'ECONNREFUSED' }] },
    ]);
    fault = undefined;
    expect((await notes.inject('/readyz')).statusCode).toBe(200);
  });
});

describe('the documentation', () => {
  it('describes every operation with its schema and its problems', async () => {
    const api = (await notes.inject('/openapi.json')).json<{
      paths: Record<string, Record<string, object>>;
      components: object;
    }>();
    expect(api.paths['/notes']?.post).toMatchObject({
      requestBody: {
        content: { 'application/json': { schema: { required: ['title'], additionalProperties: false } } },
      },
      responses: { default: { $ref: '#/components/responses/Problem' } },
    });
    expect(Object.keys(api.paths)).not.toContain('/metrics');
    expect(JSON.stringify(api.components)).toContain('TOKEN_EXPIRED');
  });

  it('is a page made of this origin alone', async () => {
    const page = await notes.inject('/docs');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.body).not.toMatch(/https?:/);
    for (const [, path] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const asset = await notes.inject(path ?? '');
      expect([path, asset.statusCode]).toEqual([path, 200]);
      expect(asset.body).not.toContain('scarf');
    }
  });

  it('explains each code, to programs and to people', async () => {
    expect((await notes.inject('/problems/TOKEN_EXPIRED')).json()).toMatchObject({
      code: 'TOKEN_EXPIRED',
      status: 401,
    });
    const page = await notes.inject({ url: '/problems', headers: { accept: 'text/html' } });
    expect(page.body).toContain('<dt>TOKEN_EXPIRED (401)</dt>');
    expect(outcome(await notes.inject(`/problems/${CANARY}`))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await notes.inject('/problems/toString'))).toEqual([404, 'NOT_FOUND']);
  });
});
