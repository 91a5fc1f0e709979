import { describe, expect, it } from '@jest/globals';
import { type SlotClass, Slots } from './slots.js';

const bounds = { all: 4, forUrgent: 1, forFailing: 2, forSlow: 2 };

/** Asks for a place; says when it was given. */
function asking(
  slots: Slots,
  given: SlotClass[],
  slot: SlotClass,
): { leave: () => Promise<void>; slows: () => Promise<void> } {
  const taken = slots.take(slot).then((place) => {
    given.push(slot);
    return place;
  });
  return { leave: async () => (await taken).leave(), slows: async () => (await taken).slows() };
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

  it('are free again once the requests in them take long, as far as there is room beside', async () => {
    const slots = new Slots(bounds);
    const given: SlotClass[] = [];
    const held = (['WELL', 'WELL', 'WELL'] as const).map((slot) => asking(slots, given, slot));
    for (let waiting = 4; waiting > 0; waiting--) asking(slots, given, 'WELL');
    for (const each of held) await each.slows();
    await held[0]?.slows();
    await settled();
    expect(given).toHaveLength(5);
    expect(slots.open).toBe(5);
    await held[0]?.leave();
    await held[2]?.leave();
    await settled();
    expect(given).toHaveLength(6);
    await held[1]?.leave();
    expect(slots.open).toBe(3);
  });

  it('stay those of webhooks that failed before, however long their requests take', async () => {
    const slots = new Slots(bounds);
    const given: SlotClass[] = [];
    const held = (['FAILING', 'FAILING', 'FAILING'] as const).map((slot) => asking(slots, given, slot));
    await held[0]?.slows();
    await settled();
    expect(given).toEqual(['FAILING', 'FAILING']);
  });
});
