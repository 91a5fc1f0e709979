import { describe, expect, it } from '@jest/globals';
import type { DeskCalendar } from '#libs/contracts';
import { deskHours, faultsOfCalendar } from './desk-hours.js';
import { calendar, deskOf } from './desk-hours.fixtures.js';

const hours = (of: DeskCalendar, at: string): string => {
  const { open, changesAt } = deskHours(deskOf('LE_UNIT', { calendar: of }), Date.parse(at));
  const changes = changesAt === null ? 'never' : new Date(changesAt).toISOString().replace(':00.000Z', 'Z');
  return `${open === true ? 'open' : 'closed'} until ${changes}`;
};
const office = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => `${day} 08:00-17:00`);

describe('a desk', () => {
  it.each([
    ['in its hours', 'Asia/Manila', office, '2026-11-26T01:30Z', 'open until 2026-11-26T09:00Z'],
    ['at night', 'Asia/Manila', office, '2026-11-26T16:00Z', 'closed until 2026-11-27T00:00Z'],
    ['over a weekend', 'Asia/Manila', office, '2026-11-27T09:00Z', 'closed until 2026-11-30T00:00Z'],
    ['in a zone of half hours', 'Asia/Kolkata', office, '2026-11-26T02:29:59.999Z', 'closed until 2026-11-26T02:30Z'],
    ['in a zone of quarter hours', 'Asia/Kathmandu', office, '2026-11-26T02:15Z', 'open until 2026-11-26T11:15Z'],
    ['over midnight', 'Asia/Tokyo', ['FRIDAY 22:00-06:00'], '2026-11-27T20:59Z', 'open until 2026-11-27T21:00Z'],
    ['until midnight', 'UTC', ['FRIDAY 22:00-24:00'], '2026-11-27T23:00Z', 'open until 2026-11-28T00:00Z'],
    ['where spans meet', 'UTC', ['DAILY 00:00-12:00', 'DAILY 12:00-24:00'], '2026-11-27T23:00Z', 'open until never'],
  ])('is open or closed %s', (_when, zone, spans, at, said) => expect(hours(calendar(zone, spans), at)).toBe(said));

  it('is closed on its days of closure, and what began on the day before goes on', () => {
    const nights = calendar('Asia/Manila', ['DAILY 20:00-06:00'], ['2026-12-25', '2026-12-26']);
    expect(hours(nights, '2026-12-24T13:00Z')).toBe('open until 2026-12-24T22:00Z');
    expect(hours(nights, '2026-12-25T13:00Z')).toBe('closed until 2026-12-27T12:00Z');
  });

  describe('where the clocks are put', () => {
    const night = (zone: string) => calendar(zone, ['DAILY 02:15-02:45']);
    it('forward, is not opened by hours that are left out', () =>
      expect(hours(night('America/New_York'), '2026-03-08T06:00Z')).toBe('closed until 2026-03-09T06:15Z'));
    it('back, is open twice in hours that come twice', () => {
      const sunday = calendar('America/New_York', ['SUNDAY 01:15-01:45']);
      const turns = ['05:00', '05:15', '05:45', '06:15', '06:45'].map((at) => hours(sunday, `2026-11-01T${at}Z`));
      expect(turns).toEqual([
        'closed until 2026-11-01T05:15Z',
        'open until 2026-11-01T05:45Z',
        'closed until 2026-11-01T06:15Z',
        'open until 2026-11-01T06:45Z',
        'closed until 2026-11-08T06:15Z',
      ]);
    });
    it('back within its hours, is open for an hour more, and closes at the moment that is put out of them', () => {
      const through = calendar('Europe/Berlin', ['SATURDAY 22:00-06:00']);
      expect(hours(through, '2026-10-24T20:00Z')).toBe('open until 2026-10-25T05:00Z');
      const half = calendar('America/New_York', ['SUNDAY 01:30-03:00']);
      expect(hours(half, '2026-11-01T05:30Z')).toBe('open until 2026-11-01T06:00Z');
    });
    it('forward into or out of its hours, opens or closes at that moment', () => {
      expect(hours(calendar('Europe/Berlin', ['DAILY 02:30-04:00']), '2026-03-29T00:30Z')).toBe(
        'closed until 2026-03-29T01:00Z',
      );
      expect(hours(calendar('Europe/Berlin', ['DAILY 01:00-02:30']), '2026-03-29T00:30Z')).toBe(
        'open until 2026-03-29T01:00Z',
      );
    });
    it('by half an hour, keeps to the clock on its wall', () =>
      expect(hours(calendar('Australia/Lord_Howe', office), '2026-10-02T20:00Z')).toBe(
        'closed until 2026-10-04T21:00Z',
      ));
  });

  it('that never opens within a year says so', () => {
    const days = Array.from({ length: 400 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    expect(hours(calendar('UTC', office, days), '2026-01-01T00:00Z')).toBe('closed until never');
  });

  it('of which nothing can be reckoned may be there at any time', () => {
    const unsaid = { open: null, changesAt: null };
    const weekly = [{ day: 'UNKNOWN', from: 0, to: 60 } as const];
    expect(deskHours(null, 0)).toEqual(unsaid);
    expect(deskHours(deskOf('LE_UNIT', { availability: 'OFFICE_HOURS' }), 0)).toEqual(unsaid);
    expect(deskHours(deskOf('LE_UNIT', { calendar: calendar('Mars/Olympus', office) }), 0)).toEqual(unsaid);
    expect(deskHours(deskOf('LE_UNIT', { calendar: { zone: 'UTC', weekly, closed: [] } }), 0)).toEqual(unsaid);
    expect(deskHours(deskOf('LE_UNIT'), 0)).toEqual({ open: true, changesAt: null });
  });

  it.each([
    ['Mars/Olympus', office, 'no time zone Mars/Olympus'],
    ['+08:00', office, 'no time zone +08:00'],
    ['UTC', [], 'it never opens'],
    ['UTC', ['MONDAY 08:00-08:00'], 'MONDAY: not a span from 480 to 480'],
    ['UTC', ['MONDAY 24:00-08:00'], 'MONDAY: not a span from 1440 to 480'],
  ])('has no calendar of %s with %j', (zone, spans, fault) =>
    expect(faultsOfCalendar(deskOf('LE_UNIT', { calendar: calendar(zone, spans) }))).toEqual([fault]),
  );
  it('that answers at any hour has none', () =>
    expect(faultsOfCalendar({ availability: 'AROUND_THE_CLOCK', calendar: calendar('UTC', office) })).toHaveLength(1));
});
