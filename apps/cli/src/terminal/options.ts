import { InvalidArgumentError } from 'commander';

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

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `90s`, `5m`, `2h` or a bare number of seconds, as seconds. */
export function duration(text: string): number {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)([smh])?$/.exec(text) ?? [];
  const value = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (!(value > 0 && value <= 24 * 3600))
    throw new InvalidArgumentError('It must be a time such as 90s, 5m or 2h, up to a day.');
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
