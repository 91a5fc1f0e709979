import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityOf } from '#libs/local-stack';
import { Deployment } from './index.js';

describe('a deployment on the services of the test run', () => {
  let bus: Deployment;
  beforeAll(async () => {
    bus = await Deployment.start({ instances: { referrals: 2, 'agency-views': 2, relay: 2 } });
  }, 300_000);
  afterAll(() => bus.stop(), 60_000);

  it('runs as many of an app as it is asked for', () =>
    expect(bus.all.map(({ name }) => name)).toEqual([
      'referrals',
      'referrals-2',
      'relay',
      'relay-2',
      'agency-views',
      'agency-views-2',
      'audit-trail',
      'policies',
      'membership',
      'operations',
    ]));

  it('is worked and verified by the bus command like one of npm start', async () => {
    const ledger = `${bus.folder}/ledger.jsonl`;
    const simulated = await bus.bus(['simulate', '--quiet', '--referrals', '60', '--seed', '3', '--ledger', ledger])
      .done;
    expect([simulated.code, simulated.stderr]).toEqual([0, '']);
    const lag = await bus.bus(['lag']).done;
    expect(lag.code).toBe(0);
    const verified = await bus.bus(['verify', '--json', '--ledger', ledger]).done;
    expect(JSON.parse(verified.stdout)).toMatchObject({ sound: true });
  }, 300_000);

  it('freezes, continues, kills and restarts a process', async () => {
    const { relay } = bus.apps;
    relay.signal('SIGSTOP');
    expect(await relay.isReady()).toBe(false);
    relay.signal('SIGCONT');
    await relay.ready();
    const { pid } = relay;
    await relay.end('SIGKILL');
    await relay.start();
    expect(relay.pid).not.toBe(pid);
  }, 360_000);

  it('leaves no process and no folder', async () => {
    const processes = bus.all.map(({ pid }) => pid);
    const underWay = bus.bus(['simulate', '--quiet', '--referrals', '1000000', '--rate', '5']);
    await bus.stop();
    expect((await underWay.done).code).toBeNull();
    expect(processes.map(identityOf)).toEqual(processes.map(() => null));
    expect(existsSync(bus.folder)).toBe(false);
  }, 360_000);
});
