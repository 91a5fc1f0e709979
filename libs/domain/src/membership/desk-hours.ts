import { type ContactPoint, type DeskCalendar, WEEKDAYS, type WeeklyOpening } from '#libs/contracts';
import { MINUTES_OF_DAY, WallClock, type WallTime } from './wall-clock.js';

const DAY_MS = 86_400_000;
/** How far is looked ahead. */
const HORIZON_MS = 370 * DAY_MS;

/** Whether a desk is open. Times are in ms since 1970, UTC. */
export interface DeskHours {
  /** Null where nobody said it so that it can be reckoned with: such a desk may be there at any time. */
  readonly open: boolean | null;
  /** When it closes, or opens; null where that is not within a year, or not known. */
  readonly changesAt: number | null;
}

const unsaid: DeskHours = { open: null, changesAt: null };

/**
 * Whether a desk is open at `at`, and when that changes. It is open while the clock on its wall shows a time of its hours: an
 * hour that is left out in spring does not open it, one that comes twice in autumn does so twice.
 */
export function deskHours(contact: ContactPoint | null | undefined, at: number): DeskHours {
  if (!contact) return unsaid;
  const { availability, calendar } = contact;
  if (availability === 'AROUND_THE_CLOCK') return { open: true, changesAt: null };
  if (!calendar) return unsaid;
  const clock = WallClock.in(calendar.zone);
  // what only a newer platform or build knows is not decided on half of it
  if (!clock || calendar.weekly.some(({ day }) => day === 'UNKNOWN')) return unsaid;
  return hoursBy(calendar, clock, at);
}

function hoursBy(calendar: DeskCalendar, clock: WallClock, at: number): DeskHours {
  const open = isWithin(calendar, clock.at(at));
  const turns = turnsOf(calendar);
  for (let next = at; next < at + HORIZON_MS;) {
    const { minute } = clock.at(next);
    next = clock.shows(turns.find((turn) => turn > minute) ?? MINUTES_OF_DAY, next);
    if (isWithin(calendar, clock.at(next)) !== open) return { open, changesAt: next };
  }
  return { open, changesAt: null };
}

/** Minutes of any day at which something may begin or end. */
const turnsOf = ({ weekly }: DeskCalendar): number[] =>
  [...new Set([...weekly.flatMap(({ from, to }) => [from, to]), MINUTES_OF_DAY])].sort((one, other) => one - other);

function isWithin({ weekly, closed }: DeskCalendar, { day, minute }: WallTime): boolean {
  const begins = (opening: WeeklyOpening, on: number): boolean =>
    WEEKDAYS[weekdayOf(on)] === opening.day && !closed.includes(on);
  return weekly.some((opening) => {
    const { from, to } = opening;
    const overnight = to < from;
    return (
      (begins(opening, day) && minute >= from && (overnight || minute < to)) ||
      (overnight && begins(opening, day - 1) && minute < to)
    );
  });
}

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (day + 3) % 7;

/** Bounds of a calendar. */
export const CALENDAR_LIMITS = { weekly: 42, closed: 400 } as const;

/** Why a contact point cannot have this calendar, in words; empty where it can. */
export function faultsOfCalendar({
  availability,
  calendar,
}: Pick<ContactPoint, 'availability' | 'calendar'>): string[] {
  if (!calendar) return [];
  const { zone, weekly, closed } = calendar;
  const odd = weekly.filter(({ from, to }) => !isMinute(from) || !isMinute(to - 1) || from === to);
  return [
    ...(availability === 'AROUND_THE_CLOCK' ? ['a desk that answers at any hour has no hours'] : []),
    ...(WallClock.in(zone) ? [] : [`no time zone ${zone}`]),
    ...(weekly.length === 0 ? ['it never opens'] : []),
    ...odd.map(({ day, from, to }) => `${day}: not a span from ${from} to ${to}`),
    ...(weekly.length > CALENDAR_LIMITS.weekly ? [`more than ${CALENDAR_LIMITS.weekly} spans a week`] : []),
    ...(closed.length > CALENDAR_LIMITS.closed ? [`closed on more than ${CALENDAR_LIMITS.closed} days`] : []),
  ];
}

const isMinute = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute < MINUTES_OF_DAY;
