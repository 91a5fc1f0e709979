import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.js';

const never = new AbortController().signal;

describe('a bell', () => {
  it('has rung when it is taken: nobody has looked yet', () => {
    const bell = new Bell(() => undefined);
    expect(bell.rang()).toBe(true);
    expect(bell.rang()).toBe(false);
  });

  it('is heard by who waits, and by who was busy when it rang', async () => {
    const bell = new Bell(() => undefined);
    bell.rang();
    const heard = bell.wait(60_000, never);
    bell.ring();
    await heard;
    await bell.wait(60_000, never);
    expect(bell.rang()).toBe(true);
  });

  it('is not waited for longer than the time, nor after the end', async () => {
    const bell = new Bell(() => undefined);
    bell.rang();
    await bell.wait(1, never);
    await bell.wait(60_000, AbortSignal.abort());
    const ended = new AbortController();
    const waited = bell.wait(60_000, ended.signal);
    ended.abort();
    await waited;
    expect(bell.ringing).toBe(false);
  });
});
