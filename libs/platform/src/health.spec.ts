import { describe, expect, it } from '@jest/globals';
import { Health } from './health.js';

describe('readiness', () => {
  it('is given when every check passes, and when there is none', async () => {
    const health = new Health();
    expect(await health.readiness()).toEqual({ ready: true, failing: [] });
    health.registerReadiness('journal', async () => undefined);
    expect(await health.readiness()).toEqual({ ready: true, failing: [] });
  });

  it('names the checks that fail with a code, never with a text', async () => {
    const health = new Health();
    health.registerReadiness('journal', () => Promise.reject(new Error('secret text')));
    health.registerReadiness('log', () => {
      throw Object.assign(new Error(), { code: 'not a code' });
    });
    health.registerReadiness('views', () => undefined);
    expect(await health.readiness()).toEqual({
      ready: false,
      failing: [
        { name: 'journal', code: 'CHECK_FAILED' },
        { name: 'log', code: 'CHECK_FAILED' },
      ],
    });
  });

  it('does not wait for a check longer than its bound', async () => {
    const health = new Health(10);
    health.registerReadiness('endless', () => new Promise<void>(() => undefined));
    expect((await health.readiness()).failing).toEqual([{ name: 'endless', code: 'TIMED_OUT' }]);
  });

  it('is checked once for all who ask at the same time', async () => {
    const health = new Health();
    let runs = 0;
    health.registerReadiness('counted', () => {
      runs += 1;
    });
    await Promise.all([health.readiness(), health.readiness(), health.readiness()]);
    expect(runs).toBe(1);
  });

  it('has each name once', () => {
    const health = new Health();
    health.registerReadiness('journal', () => undefined);
    expect(() => health.registerReadiness('journal', () => undefined)).toThrow('exists already');
  });
});
