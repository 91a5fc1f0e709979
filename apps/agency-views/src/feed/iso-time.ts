const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

const digits = (count: number, width: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => String(number).padStart(width, '0'));
const [TWO, THREE] = [digits(60, 2), digits(SECOND_MS, 3)];

/** The day that was written last, up to its `T`. */
let [day, date] = [NaN, ''];

/**
 * A time as `toISOString` writes it, in half the time: those of a page are mostly of the same day.
 * @param ms whole milliseconds since 1970
 */
export function isoTime(ms: number): string {
  const of = Math.floor(ms / DAY_MS);
  if (of !== day) [day, date] = [of, new Date(of * DAY_MS).toISOString().slice(0, -'00:00:00.000Z'.length)];
  const hour = Math.floor((ms - of * DAY_MS) / HOUR_MS);
  const inHour = ms - of * DAY_MS - hour * HOUR_MS;
  const minute = Math.floor(inHour / MINUTE_MS);
  const second = Math.floor((inHour - minute * MINUTE_MS) / SECOND_MS);
  return `${date}${TWO[hour]}:${TWO[minute]}:${TWO[second]}.${THREE[ms - Math.floor(ms / SECOND_MS) * SECOND_MS]}Z`;
}
