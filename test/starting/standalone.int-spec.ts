import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { freePort } from '#libs/local-stack';
import { Asker, type Answer } from '../deployment/asker.js';
import { askerOf, isAnsweredAtOnce, onceThere, type Operation, operationsOf, requestOf, statusOf } from './examples.js';
import { allGone, type StartedBus, StartFolder } from './started-bus.js';

const MINUTES = 60_000;
const submission = {
  to: { agency: 'PH-WCPC' },
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [],
  nexus: [],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
};

/** In the order of this spec: each goes on with what the one before left. */
describe('npm start', () => {
  let folder: StartFolder;
  let port: number;
  let bus: StartedBus;
  let asker: Asker;

  beforeAll(async () => {
    folder = await StartFolder.make();
    port = await freePort();
    bus = folder.start(port);
    await bus.ready();
    const { tokenUrl, clients } = folder.credentials();
    asker = new Asker(tokenUrl, clients);
  }, 3 * MINUTES);

  afterAll(async () => {
    bus.signal('SIGTERM');
    await bus.ended;
    folder.remove();
  }, MINUTES);

  const ask = (agency: string, path: string, question = {}): Promise<Answer> =>
    asker.ask(agency, `http://127.0.0.1:${port}${path}`, question);

  it('gives lines that work when they are pasted: a referral is sent, and there in the inbox', () => {
    const { stdout, stderr } = spawnSync('bash', ['-c', bus.pasteable], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^HTTP\/1\.1 201/);
    const submitted = /"id":"([^"]+)"/.exec(stdout)?.[1];
    expect(submitted).toBeDefined();
    expect(stdout.slice(stdout.lastIndexOf('{"items"'))).toContain(`"id":"${submitted}"`);
  });

  describe('describes its API', () => {
    let operations: Operation[];
    beforeAll(async () => {
      const document = await fetch(`http://127.0.0.1:${port}/openapi.json`);
      operations = operationsOf((await document.json()) as Parameters<typeof operationsOf>[0]);
    });

    const submit = async (): Promise<string> => {
      const operation = operations.find(({ method, path }) => method === 'POST' && path === '/v1/referrals');
      if (!operation) throw new Error('nothing submits');
      const { json, text } = await ask('US-CLEAR', ...requestOf(operation, ''));
      if (!json.id) throw new Error(text);
      return json.id;
    };

    it(
      'with examples that are answered as they are',
      async () => {
        expect(operations.length).toBeGreaterThan(12);
        for (const operation of operations.filter(isAnsweredAtOnce)) {
          const id = await submit();
          const answer = await onceThere(`${operation.method} ${operation.path}`, () =>
            ask(askerOf(operation), ...requestOf(operation, id)),
          );
          expect([operation.method, operation.path, answer.status, answer.json.code]).toEqual([
            operation.method,
            operation.path,
            statusOf(operation),
            undefined,
          ]);
        }
      },
      4 * MINUTES,
    );

    it('on a page of its own', async () => {
      const page = await fetch(`http://127.0.0.1:${port}/docs`);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    });
  });

  it(
    'tells a second start of the folder, or at its port, why not and what to do',
    async () => {
      for (const [at, why] of [
        [
          await freePort(),
          /another start \(process \d+\) is using .*: stop it, or choose another folder with BUS_DATA_DIR/,
        ],
        [port, /port \d+ is taken: end what uses it, or choose another with PORT/],
      ] as const) {
        const second = folder.start(at);
        expect(await second.ended).toBe(1);
        expect(second.said).toMatch(why);
        expect(second.said).not.toMatch(/\n {4}at /);
      }
      expect((await ask('BUS-OPS', '/readyz')).status).toBe(200);
    },
    MINUTES,
  );

  it(
    'starts again after it was killed, ends what that left running, and has lost nothing',
    async () => {
      const key = v7();
      const question = { method: 'POST', headers: { 'idempotency-key': key }, body: submission };
      const before = await ask('US-CLEAR', '/v1/referrals', question);
      const left = folder.services();
      bus.signal('SIGKILL');
      await bus.ended;
      bus = await folder.start(port).ready();
      expect(bus.said).toContain('ended what a dead start had left: ');
      await allGone(left);
      expect((await ask('US-CLEAR', '/v1/referrals', question)).text).toBe(before.text);
      const position = { headers: { 'bus-min-position': before.position } };
      expect((await ask('PH-WCPC', `/v1/referrals/${before.json.id}`, position)).status).toBe(200);
    },
    3 * MINUTES,
  );

  it(
    'leaves nothing running when it is told to stop, however often',
    async () => {
      const services = folder.services();
      expect(services.length).toBeGreaterThanOrEqual(3);
      bus.signal('SIGINT');
      bus.signal('SIGINT');
      bus.signal('SIGTERM');
      expect(await bus.ended).toBe(0);
      expect(bus.said).toContain('Stopped. The data is kept for the next start.');
      await allGone(services);
      expect(folder.services()).toEqual([]);
    },
    MINUTES,
  );
});
