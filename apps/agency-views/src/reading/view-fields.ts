import { z } from 'zod';

/** A closed list, and UNKNOWN for codes of a newer writer. */
export const code = <const T extends readonly string[]>(list: T) => z.enum<[...T, 'UNKNOWN']>([...list, 'UNKNOWN']);

export const time = z.iso.datetime();

export const party = z.strictObject({ agency: z.string(), role: z.string(), country: z.string() });

export const foreignId = z
  .string()
  .nullable()
  .meta({ description: 'Null where the caller may not know of that referral.' });
