import { InvalidArgumentError } from 'commander';

/** Of every command that speaks to a bus. */
export const DATA_OPTION = ['--data <dir>', 'data folder of the bus (else BUS_DATA_DIR, else .data)'] as const;

/** Parsers of option values; what is wrong is said by commander, with the option's name. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It must be a number from 0 to 1.');
  return value;
}

export function rate(text: string): number {
  const value = Number(text.replace(/\/s$/, ''));
  if (!(value > 0 && value <= 100_000))
    throw new InvalidArgumentError('It must be a number of referrals a second, such as 50 or 50/s.');
  return value;
}

/** `3,5-9` as the numbers that it names, each once and in order. */
export const listOfNumbers =
  (most: number) =>
  (text: string): number[] => {
    const numbers = text.split(',').flatMap((part) => {
      const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
      const length = Number(last) - Number(first) + 1;
      if (!(length > 0) || Number(last) > most)
        throw new InvalidArgumentError(`It must be numbers up to ${most} such as 3,5-9.`);
      return Array.from({ length }, (_, at) => Number(first) + at);
    });
    return [...new Set(numbers)].toSorted((a, b) => a - b);
  };

const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const LONGEST_MS = 3_660 * UNITS_MS.d;

/** `14d` as ms. */
export function duration(text: string): number {
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  const ms = Number(count) * UNITS_MS[(unit ?? 's') as keyof typeof UNITS_MS];
  if (!(ms > 0 && ms <= LONGEST_MS)) throw new InvalidArgumentError('It must be a time such as 90s, 30m, 8h or 14d.');
  return ms;
}
