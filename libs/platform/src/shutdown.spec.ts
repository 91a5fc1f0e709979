import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logging/logger.js';
import { Shutdown } from './shutdown.js';

interface Spec {
  readonly shutdown: Shutdown;
  readonly ended: Promise<number>;
  readonly exits: number[];
  readonly pass: (ms: number) => void;
}

function shutdownOf(boundMs = 1_000): Spec {
  let now = 0;
  const exits: number[] = [];
  let end: (code: number) => void;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const exit = (code: number): void => {
    exits.push(code);
    end(code);
  };
  return {
    shutdown: new Shutdown({
      logger: createLogger({ app: 'spec', level: 'silent' }),
      boundMs,
      now: () => now,
      exit,
    }),
    ended,
    exits,
    pass: (ms) => void (now += ms),
  };
}

describe('a shutdown', () => {
  it('runs the stops one after the other, in order, once', async () => {
    const { shutdown } = shutdownOf();
    const ran: string[] = [];
    for (const name of ['door', 'workers', 'connections']) {
      shutdown.register(name, async () => {
        ran.push(`${name} begins`);
        await Promise.resolve();
        ran.push(`${name} ends`);
      });
    }
    expect(await Promise.all([shutdown.run(), shutdown.run()])).toEqual([true, true]);
    expect(ran).toEqual([
      'door begins',
      'door ends',
      'workers begins',
      'workers ends',
      'connections begins',
      'connections ends',
    ]);
  });

  it('goes on after a stop that fails, and says so by its exit code', async () => {
    const { shutdown, ended } = shutdownOf();
    let reached = false;
    shutdown.register('broken', () => {
      throw new Error('broken');
    });
    shutdown.register('last', () => {
      reached = true;
    });
    shutdown.signalled(143);
    expect([await ended, reached]).toEqual([1, true]);
  });

  it('ends with 0 when everything stopped', async () => {
    const { shutdown, ended } = shutdownOf();
    shutdown.register('door', () => undefined);
    shutdown.signalled(143);
    expect(await ended).toBe(0);
  });

  it('does not wait longer than its bound', async () => {
    const { shutdown, ended } = shutdownOf(10);
    shutdown.register('endless', () => new Promise<void>(() => undefined));
    shutdown.signalled(143);
    expect(await ended).toBe(1);
  });

  it('ends at once when the signal is given again, and takes one that is heard several times for one', async () => {
    const { shutdown, exits, pass } = shutdownOf();
    let release: () => void = () => undefined;
    shutdown.register('slow', () => new Promise<void>((resolve) => (release = resolve)));
    shutdown.signalled(143);
    pass(1_000);
    shutdown.signalled(130);
    expect(exits).toEqual([]);
    pass(1);
    shutdown.signalled(130);
    expect(exits).toEqual([130]);
    release();
    await shutdown.run();
  });

  it('follows the signals of the process while it listens', async () => {
    const { shutdown, ended } = shutdownOf();
    const unlisten = shutdown.listen();
    process.emit('SIGTERM');
    expect(await ended).toBe(0);
    unlisten();
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });
});
