import { type DeskCalendar, WEEKDAYS } from '#libs/contracts';
import { CALENDAR_LIMITS } from '#libs/domain';
import { z } from 'zod';

const DAY_MS = 86_400_000;

/** A time of the day as people write it, kept in minutes. */
const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .transform((written) => Number(written.slice(0, 2)) * 60 + Number(written.slice(3)));

/** When a desk is staffed, as people write it and as it is kept. */
export const calendarSchema = z.strictObject({
  zone: z
    .string()
    .max(64)
    .meta({ description: 'IANA name of the time zone that the hours are of.', example: 'Asia/Manila' }),
  weekly: z
    .array(
      z.strictObject({
        day: z.enum(WEEKDAYS).meta({ description: 'On which it begins.' }),
        from: timeOfDay.meta({ example: '08:00' }),
        to: timeOfDay.meta({ description: 'Before `from`: on the day after.', example: '17:00' }),
      }),
    )
    .max(CALENDAR_LIMITS.weekly)
    .meta({ description: 'When it is staffed in every week.' }),
  closed: z
    .array(z.iso.date().transform((written) => Date.parse(written) / DAY_MS))
    .max(CALENDAR_LIMITS.closed)
    .default([])
    .meta({ description: 'Days on which nothing begins, such as public holidays.', example: ['2026-12-25'] }),
});

const shownTime = z.string().meta({ example: '08:00' });

export const calendarView = z.strictObject({
  zone: z.string(),
  weekly: z.array(z.strictObject({ day: z.string(), from: shownTime, to: shownTime })),
  closed: z.array(z.string().meta({ example: '2026-12-25' })),
});

export const calendarViewOf = ({ zone, weekly, closed }: DeskCalendar): z.output<typeof calendarView> => ({
  zone,
  weekly: weekly.map(({ day, from, to }) => ({ day, from: written(from), to: written(to) })),
  closed: closed.map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10)),
});

const written = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, '0')).join(':');
