import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

const FOR_EVER_MS = 2 ** 31 - 1;

describe('turns', () => {
  it('follow each other, and end with the one that is under way', async () => {
    let [begun, ended] = [0, 0];
    const third = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const turns = new Turns(async () => {
      begun += 1;
      if (begun === 3) {
        third.resolve();
        await go.promise;
      }
      ended += 1;
      return 0;
    });
    turns.start();
    await third.promise;
    const stopped = turns.stop();
    expect([turns.stopping.aborted, begun, ended]).toEqual([true, 3, 2]);
    go.resolve();
    await stopped;
    expect([begun, ended]).toEqual([3, 3]);
  });

  it('are not waited for while they pause', async () => {
    const paused = Promise.withResolvers<void>();
    const turns = new Turns(() => {
      paused.resolve();
      return Promise.resolve(FOR_EVER_MS);
    });
    turns.start();
    await paused.promise;
    await turns.stop();
  });

  it('need not have begun to be stopped', async () => {
    await new Turns(() => Promise.reject(new Error('never'))).stop();
  });
});
