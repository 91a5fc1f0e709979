import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { FairLine } from './fair-line.js';

/** Lets so many stand in line, all at once; gives who began, turn by turn. */
class Watched {
  private readonly line = new FairLine();
  private begun: string[] = [];

  stand(name: string, urgent: boolean, jurisdiction: string): void {
    void this.line.turn({ urgent, jurisdiction }).then(() => this.begun.push(name));
  }

  many(count: number, name: string, urgent = false, jurisdiction = name): void {
    for (let each = 1; each <= count; each++) this.stand(`${name}${each}`, urgent, jurisdiction);
  }

  /** Who began in the turn after this. */
  async turn(): Promise<string[]> {
    await this.atOnce();
    await nextTurn();
    return this.atOnce();
  }

  /** Who began since it was asked last. */
  async atOnce(): Promise<string[]> {
    await Promise.resolve();
    const { begun } = this;
    this.begun = [];
    return begun;
  }
}

describe('the line of commands', () => {
  it('keeps nobody waiting who is alone', async () => {
    const line = new Watched();
    line.many(8, 'PH');
    expect(await line.atOnce()).toHaveLength(8);
  });

  it('begins a few at a time, in the order in which they came', async () => {
    const line = new Watched();
    line.many(20, 'PH');
    const turns = [await line.atOnce(), await line.turn(), await line.turn(), await line.turn()];
    expect(turns.map(({ length }) => length)).toEqual([8, 8, 4, 0]);
    expect(turns.flat()).toEqual(Array.from({ length: 20 }, (_, at) => `PH${at + 1}`));
  });

  it('takes an urgent one next, however many wait, and a routine one with it', async () => {
    const line = new Watched();
    line.many(100, 'PH');
    line.many(20, 'KE', true);
    expect(await line.turn()).toEqual(['PH9', 'KE1', 'KE2', 'KE3', 'KE4', 'KE5', 'KE6', 'KE7']);
  });

  it('takes one of each jurisdiction in turn', async () => {
    const line = new Watched();
    line.many(100, 'PH');
    line.many(2, 'KE');
    line.many(1, 'BR');
    expect(await line.turn()).toEqual(['PH9', 'KE1', 'BR1', 'PH10', 'KE2', 'PH11', 'PH12', 'PH13']);
  });
});
