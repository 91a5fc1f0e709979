import { describe, expect, it } from '@jest/globals';
import { createLogger, Metrics } from '#libs/platform';
import { until } from '#libs/testing';
import { RelaySignals } from './relay-signals.js';

describe('a request of the relay that Kafka does not answer', () => {
  const metrics = new Metrics();
  const signals = new RelaySignals(metrics, createLogger({ app: 'spec', level: 'silent' }), {
    cursors: () => Promise.resolve([]),
    held: () => [],
    isOwner: () => true,
    isConfirmed: () => true,
  });
  const waited = async (): Promise<number> =>
    Number(/^bus_relay_unanswered_seconds (\S+)$/m.exec(await metrics.registry.metrics())?.[1]);

  it('is seen to wait, the one that waits longest, and no more once it is answered or given up', async () => {
    expect(await waited()).toBe(0);
    const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    const answered = signals.answered(() => first.promise);
    await until(async () => (await waited()) > 0.05 || undefined);
    const failed = signals.answered(() => second.promise);
    expect(await waited()).toBeGreaterThan(0.05);
    first.resolve('appended');
    expect(await answered).toBe('appended');
    expect(await waited()).toBeLessThan(0.05);
    second.reject(new Error('timed out'));
    await expect(failed).rejects.toThrow('timed out');
    expect(await waited()).toBe(0);
  });
});
