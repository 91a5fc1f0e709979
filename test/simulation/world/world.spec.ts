import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Agenda } from './agenda.js';
import { SimulatedProcess, World } from './world.js';

describe('an agenda', () => {
  it('gives out the soonest first, whatever the order in which they came', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9))), (times) => {
        const agenda = new Agenda<{ at: number; order: number }>();
        for (const [at, order] of times) agenda.add({ at, order });
        const taken = times.map(() => agenda.take());
        expect(taken.map((each) => [each?.at, each?.order])).toEqual(
          times.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]),
        );
        expect(agenda.take()).toBeUndefined();
      }),
    ));
});

describe('a simulated world', () => {
  /** What happens to a process that says something at 10 and 20 ms. */
  async function saidBy(befall: (process: SimulatedProcess) => void): Promise<string[]> {
    const world = new World(1);
    const process = new SimulatedProcess(world, 'somebody');
    const said: string[] = [];
    for (const ms of [10, 20]) process.after(ms, () => said.push(`${ms} at ${world.now}`));
    world.after(15, null, () => befall(process));
    await world.run(() => false);
    return said;
  }

  it('lets everything happen at its time', async () => {
    expect(await saidBy(() => undefined)).toEqual(['10 at 10', '20 at 20']);
  });

  it('lets nothing more happen in a process that ended', async () => {
    expect(await saidBy((process) => process.end())).toEqual(['10 at 10']);
  });

  it('lets a frozen process go on later', async () => {
    expect(await saidBy((process) => (process.thawsAt = 500))).toEqual(['10 at 10', '20 at 500']);
  });

  it('lets everything run that became ready before the next thing happens', async () => {
    const world = new World(1);
    const process = new SimulatedProcess(world, 'somebody');
    const said: string[] = [];
    process.after(1, () => {
      void Promise.resolve()
        .then(() => undefined)
        .then(() => said.push('ready'));
    });
    process.after(1.5, () => said.push('next'));
    await world.run(() => false);
    expect(said).toEqual(['ready', 'next']);
  });
});
