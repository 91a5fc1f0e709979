import { describe, expect, it } from '@jest/globals';
import { type SlotClass, Slots } from './slots.js';

const bounds = { all: 4, forUrgent: 1, forFailing: 2 };

/** Asks for a place; says when it was given. */
function asking(slots: Slots, given: SlotClass[], slot: SlotClass): { leave: () => Promise<void> } {
  const taken = slots.take(slot).then((leave) => {
    given.push(slot);
    return leave;
  });
  return { leave: async () => (await taken)() };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('places for requests', () => {
  it('are never all taken by webhooks that fail, nor by what is not urgent', async () => {
    const slots = new Slots(bounds);
    const given: SlotClass[] = [];
    for (const slot of ['FAILING', 'FAILING', 'FAILING', 'WELL', 'WELL', 'URGENT'] as const) asking(slots, given, slot);
    await settled();
    expect(given).toEqual(['FAILING', 'FAILING', 'WELL', 'URGENT']);
    expect(slots.open).toBe(4);
  });

  it('are given back to whoever waits, what is urgent first', async () => {
    const slots = new Slots(bounds);
    const given: SlotClass[] = [];
    const held = (['WELL', 'WELL', 'WELL', 'URGENT'] as const).map((slot) => asking(slots, given, slot));
    asking(slots, given, 'WELL');
    asking(slots, given, 'URGENT');
    await settled();
    given.splice(0);
    await held[0]?.leave();
    await settled();
    expect(given).toEqual(['URGENT']);
    await held[1]?.leave();
    await settled();
    expect(given).toEqual(['URGENT', 'WELL']);
    expect(slots.open).toBe(4);
  });
});
