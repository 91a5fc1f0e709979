import { type ContactPoint, type DeskCalendar, WEEKDAYS, type WeeklyOpening } from '#libs/contracts';

const DAY_MS = 86_400_000;

/** Minute of the day, as it is written. */
const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** `MONDAY 08:00-17:00`, or `DAILY 08:00-17:00`; closed on `2026-12-25`. */
export function calendar(zone: string, spans: readonly string[], closed: readonly string[] = []): DeskCalendar {
  const weekly = spans.flatMap((span): WeeklyOpening[] => {
    const [day = '', hours = ''] = span.split(' ');
    const [from = '', to = ''] = hours.split('-');
    const days = day === 'DAILY' ? WEEKDAYS : WEEKDAYS.filter((each) => each === day);
    return days.map((each) => ({ day: each, from: minuteOf(from), to: minuteOf(to) }));
  });
  return { zone, weekly, closed: closed.map((day) => Date.parse(day) / DAY_MS) };
}

export const deskOf = (
  role: string,
  { calendar: hours = null, ...more }: Partial<ContactPoint> = {},
): ContactPoint => ({
  ...{ role, availability: hours ? 'OFFICE_HOURS' : 'AROUND_THE_CLOCK', desk: 'Desk', phone: '+63285550100' },
  ...{ email: null, hours: null, zone: null, languages: [], channels: null, calendar: hours },
  ...more,
});
