import { EXERCISE_CODE } from '#libs/domain';
import { parseReferralId } from '#libs/kernel';
import { z } from 'zod';
import { countryCodes } from './country-codes.js';
import { isTimeZone } from './time-zone.js';

/** Marks a check with the rule that a fault of it is reported under. */
const rule = (name: string): { params: { rule: string } } => ({ params: { rule: name } });

/** A field that may be left out or null, which mean the same. */
export const optional = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

const EARLIEST_INSTANT = Date.UTC(1970, 0, 1);
const LATEST_INSTANT = Date.UTC(2100, 0, 1);

/** ISO 8601 with offset or Z, years 1970 to 2099; read as milliseconds since 1970, UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text) => Date.parse(text))
  .refine((at) => at >= EARLIEST_INSTANT && at < LATEST_INSTANT, rule('OUT_OF_RANGE'))
  .meta({ description: 'ISO 8601 with offset or Z.', example: '2026-11-02T08:15:00+08:00' });

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, rule('UNKNOWN_ZONE'))
  .meta({ description: 'IANA time zone.', example: 'Asia/Manila' });

export const country = z
  .string()
  .length(2)
  .refine((code) => countryCodes.has(code), rule('UNKNOWN_COUNTRY'))
  .meta({
    description: 'ISO 3166-1 alpha-2, or XK, XX (unknown), XZ (international waters, other).',
    example: 'PH',
  });

export const agencyCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,31}$/)
  .meta({ description: 'Code of an agency of the directory.', example: 'PH-WCPC' });

export const exerciseCode = z.string().regex(EXERCISE_CODE).meta({
  description:
    'Code of a running exercise that both parties take part in: the referral is synthetic, whatever else it says.',
  example: 'EX-2026-NIGHT',
});

/** A row of hexadecimal digits as long as a digest: digests of files never travel on the bus (design 1). */
const LOOKS_LIKE_DIGEST = /[0-9a-f]{32}/i;
const noDigest = (text: string): boolean => !LOOKS_LIKE_DIGEST.test(text);

/** An administrative reference: too narrow for a name, an address or a sentence. */
export const reference = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/:#-]{0,63}$/)
  .refine(noDigest, rule('LOOKS_LIKE_DIGEST'))
  .meta({ description: "The sender's own administrative reference.", example: 'CT-2026-118402' });

/** What a note is: its reference, since the text stays with the agency (design 1). */
export const noteReference = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/)
  .refine(noDigest, rule('LOOKS_LIKE_DIGEST'));

/** Every command that may have a note has it under this name. */
export const note = optional(noteReference).meta({
  description: "Opaque reference to the agency's own note, which stays with that agency. Never text.",
  example: 'NOTE-118402',
});

export const eventId = z
  .uuid({ version: 'v7' })
  .meta({ description: 'Id of an event, as an answer or a timeline named it.' });

export const referralId = z
  .string()
  .max(64)
  .refine((id) => parseReferralId(id) !== null, rule('NOT_A_REFERRAL_ID'));

const DAY_MS = 86_400_000;

/** A day of the calendar; read as days since 1970. */
export const day = z.iso
  .date()
  .transform((text) => Date.parse(text) / DAY_MS)
  .refine((days) => days >= 0 && days * DAY_MS < LATEST_INSTANT, rule('OUT_OF_RANGE'))
  .meta({ description: 'A date, such as 2026-11-02.', example: '2026-11-02' });

/** Controls, private and unassigned characters, and what changes how the text around it is shown; joiners are part of some scripts. */
const UNPRINTABLE = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

/** The name of a company: one line of printable text, kept in Unicode's composed form. */
export const companyName = z
  .string()
  .max(120)
  .refine((text) => !UNPRINTABLE.test(text), rule('CHARACTER_NOT_ALLOWED'))
  .refine((text) => /[\p{L}\p{N}]/u.test(text), rule('EMPTY'))
  .refine(noDigest, rule('LOOKS_LIKE_DIGEST'))
  .transform((text) => text.normalize('NFC').trim())
  .meta({ description: 'Name of the company, never of a person.', example: 'Example Video Ltd' });

/** A list in which no two items mean the same. */
export const distinct = <S extends z.ZodType>(item: S, size: ListSize, meaning: (value: z.output<S>) => string) =>
  z
    .array(item)
    .min(size.least ?? 0)
    .max(size.most)
    .refine((items) => new Set(items.map(meaning)).size === items.length, rule('DUPLICATE'));

/** Codes of one list, each once. */
export const codes = <const Codes extends readonly [string, ...string[]]>(list: Codes, least = 0) =>
  distinct(z.enum(list), { least, most: list.length }, (code) => code);

interface ListSize {
  readonly least?: number;
  readonly most: number;
}
