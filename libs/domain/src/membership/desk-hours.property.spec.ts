import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DeskCalendar, WEEKDAYS } from '#libs/contracts';
import { deskHours } from './desk-hours.js';
import { deskOf } from './desk-hours.fixtures.js';

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;
const DAY_MS = 24 * HOUR_MS;
/** How far the paper goes. */
const WINDOW_MS = 9 * DAY_MS;

/** Zones with a moment at which their clocks are put, forward or back, by an hour or by half of one; and some that never are. */
const places = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['America/Havana', '2026-03-08T05:00Z'],
  ['Asia/Manila', '2026-12-31T16:00Z'],
  ['Asia/Kolkata', '2026-06-01T00:00Z'],
  ['Asia/Kathmandu', '2026-06-01T00:00Z'],
  ['UTC', '2026-02-28T00:00Z'],
] as const;

/** What a wall shows, by another way than the code's: the Swedes write times so that they sort. */
const wallOf = (zone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
};

/** Every quarter of an hour that a wall can show while the desk is open, written out day by day. */
function paper({ weekly, closed }: DeskCalendar, around: number): ReadonlySet<string> {
  const open = new Set<string>();
  for (let day = Math.floor(around / DAY_MS) - 20; day < around / DAY_MS + 20; day++) {
    if (closed.includes(day)) continue;
    // a day as a wall would show it in a zone without rules
    const midnight = day * DAY_MS;
    const name = new Date(midnight).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toUpperCase();
    for (const { from, to } of weekly.filter((each) => each.day === name)) {
      const until = to < from ? to + 1_440 : to;
      for (let minute = from; minute < until; minute += 15)
        open.add(new Date(midnight + minute * 60_000).toISOString().slice(0, 16).replace('T', ' '));
    }
  }
  return open;
}

const quarterOfDay = fc.nat(95).map((quarter) => quarter * 15);
const spans = fc
  .record({ day: fc.constantFrom(...WEEKDAYS), from: quarterOfDay, to: quarterOfDay.map((minute) => minute + 15) })
  .filter(({ from, to }) => from !== to);
const visits = fc.record({
  place: fc.constantFrom(...places),
  weekly: fc.array(spans, { minLength: 1, maxLength: 9 }),
  closedOn: fc.array(fc.integer({ min: -4, max: 8 }), { maxLength: 4 }),
  quarters: fc.integer({ min: -300, max: 100 }),
  beyond: fc.nat(QUARTER_MS - 1),
});

describe('the hours of a desk, whatever they are and wherever it is', () => {
  it('are those that somebody finds who writes out every quarter of an hour and looks at the wall', () => {
    let changed = 0;
    fc.assert(
      fc.property(visits, ({ place: [zone, put], weekly, closedOn, quarters, beyond }) => {
        const around = Date.parse(put);
        const closed = closedOn.map((days) => Math.floor(around / DAY_MS) + days);
        const at = around + quarters * QUARTER_MS + beyond;
        const calendar: DeskCalendar = { zone, weekly, closed };
        const open = paper(calendar, around);
        const wall = wallOf(zone);
        const isOpen = (when: number): boolean => open.has(wall(when));
        const now = isOpen(at - (at % QUARTER_MS));
        let change = at - (at % QUARTER_MS) + QUARTER_MS;
        while (change < at + WINDOW_MS && isOpen(change) === now) change += QUARTER_MS;
        const found = deskHours(deskOf('LE_UNIT', { calendar }), at);
        expect(found.open).toBe(now);
        if (change >= at + WINDOW_MS) return expect(found.changesAt ?? Infinity).toBeGreaterThanOrEqual(change);
        changed++;
        return expect(found.changesAt).toBe(change);
      }),
      { numRuns: 120 },
    );
    expect(changed).toBeGreaterThan(60);
  });

  it('are the same until they are said to change, and others from then on', () => {
    fc.assert(
      fc.property(visits, fc.double({ min: 0, max: 1, noNaN: true }), ({ place: [zone, put], weekly }, part) => {
        const desk = deskOf('LE_UNIT', { calendar: { zone, weekly, closed: [] } });
        const at = Date.parse(put);
        const { open, changesAt } = deskHours(desk, at);
        if (changesAt === null) return;
        const between = Math.floor(at + (changesAt - 1 - at) * part);
        expect(deskHours(desk, between)).toEqual({ open, changesAt });
        expect(deskHours(desk, changesAt).open).toBe(open === false);
      }),
      { numRuns: 60 },
    );
  });
});
