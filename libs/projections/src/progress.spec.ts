import { describe, expect, it } from '@jest/globals';
import { Progress } from './progress.js';

const at = (lane: number, position: number) => ({ lane, position, letters: 0 });

describe('what a process knows of committed checkpoints', () => {
  it('only goes on', () => {
    const progress = new Progress();
    progress.moved([at(3, 8)]);
    progress.moved([at(3, 7)]);
    expect(progress.at(3)).toMatchObject({ position: 8 });
  });

  it('is nothing once it was told to ask anew, since the database may be an older one', () => {
    const progress = new Progress();
    progress.moved([at(3, 8), at(4, 2), at(5, 6)]);
    progress.forget([3]);
    expect([progress.at(3), progress.at(4)?.position]).toEqual([undefined, 2]);
    progress.moved([at(3, 5)]);
    expect(progress.at(3)).toMatchObject({ position: 5 });
    progress.forget();
    expect([3, 4, 5].map((lane) => progress.at(lane))).toEqual([undefined, undefined, undefined]);
  });
});
