import type { Prng } from './prng.js';
import type { Report } from './report.js';

/** A submission that the bus must refuse, and the codes with which it may. */
export interface Malformed {
  readonly name: string;
  readonly refusals: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** False leaves the Idempotency-Key out. */
  readonly keyed: boolean;
  readonly body: string;
}

type Make = (report: Report, prng: Prng) => Partial<Pick<Malformed, 'headers' | 'keyed'>> & { readonly body: string };

const withField = (report: Report, changes: object): { body: string } => ({
  body: JSON.stringify({ ...report, ...changes }),
});

/** What backends get wrong, each with the codes that name it. */
const variants: readonly { readonly name: string; readonly refusals: readonly string[]; readonly make: Make }[] = [
  {
    name: 'cut off in the middle',
    refusals: ['MALFORMED_JSON'],
    make: (report, prng) => {
      const text = JSON.stringify(report);
      return { body: text.slice(0, prng.between(1, text.length - 1)) };
    },
  },
  {
    name: 'field that nobody knows',
    refusals: ['CONTENT_INVALID'],
    make: (report) => withField(report, { jurisdiction: 'PH' }),
  },
  { name: 'no recipient', refusals: ['CONTENT_INVALID'], make: (report) => withField(report, { to: undefined }) },
  {
    name: 'agency that does not exist',
    refusals: ['RECIPIENT_UNKNOWN'],
    make: (report) => withField(report, { to: { agency: 'QZ-NOBODY' } }),
  },
  {
    name: 'offence type that does not exist',
    refusals: ['CONTENT_INVALID'],
    make: (report) => withField(report, { incident: { ...report.incident, offenceType: 'MISC' } }),
  },
  {
    name: '30 February',
    refusals: ['CONTENT_INVALID'],
    make: (report) => withField(report, { incident: { ...report.incident, occurredAt: '2026-02-30T10:00:00Z' } }),
  },
  {
    name: 'incident in the future',
    refusals: ['INCIDENT_TIME_ABSURD'],
    make: (report) => withField(report, { incident: { ...report.incident, occurredAt: '2099-01-01T00:00:00Z' } }),
  },
  {
    name: 'priority without a reason',
    refusals: ['CONTENT_INVALID'],
    make: (report) => withField(report, { priority: { ...report.priority, reasons: [] } }),
  },
  {
    name: 'negative count of files',
    refusals: ['CONTENT_INVALID'],
    make: (report) => withField(report, { files: [{ kind: 'IMAGE', count: -1 }] }),
  },
  {
    name: 'personal data in the open',
    refusals: ['PERSONAL_DATA_NOT_ACCEPTED'],
    make: (report) => withField(report, { subjects: [{ category: 'SUSPECT', name: 'not a real name' }] }),
  },
  {
    name: 'form instead of JSON',
    refusals: ['UNSUPPORTED_MEDIA_TYPE'],
    make: () => ({ body: 'to=PH-WCPC&priority=P1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  },
  {
    name: 'no idempotency key',
    refusals: ['IDEMPOTENCY_KEY_REQUIRED'],
    make: (report) => ({ body: JSON.stringify(report), keyed: false }),
  },
  {
    name: 'nested without end',
    refusals: ['TOO_DEEP', 'MALFORMED_JSON', 'CONTENT_INVALID'],
    make: () => ({ body: `${'{"to":'.repeat(200)}1${'}'.repeat(200)}` }),
  },
];

export const malformedNames: readonly string[] = variants.map(({ name }) => name);

/** One of the variants, made from a report that would have been taken. */
export function malformedOf(prng: Prng, report: Report): Malformed {
  const { name, refusals, make } = prng.pick(variants);
  const { body, headers = {}, keyed = true } = make(report, prng);
  return { name, refusals, headers, keyed, body };
}
