import type { Document } from '../../reading/tagged.js';
import type { TimelineView } from '../timeline-view.js';
import { timelineCsv } from './csv.js';
import { PRINT_POLICY, timelineHtml } from './html.js';

export const FORMATS = ['json', 'csv', 'html'] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  html: 'text/html; charset=utf-8',
};

export interface Export {
  readonly document: Document;
  readonly headers: Readonly<Record<string, string>>;
}

/** A page of a timeline in a format. What is no list of JSON tells of its next page in a header. */
export function exported(format: Format, referral: string, timeline: TimelineView): Export {
  const name = `timeline-${referral}.${format}`;
  const more: Record<string, string> = timeline.next === null ? {} : { 'Bus-Next': timeline.next };
  const type = TYPES[format];
  switch (format) {
    case 'json':
      return { document: { type, text: JSON.stringify(timeline) }, headers: {} };
    case 'csv':
      return {
        document: { type, text: timelineCsv(timeline.items) },
        headers: { ...more, 'Content-Disposition': `attachment; filename="${name}"` },
      };
    case 'html':
      return {
        document: { type, text: timelineHtml(referral, timeline) },
        headers: { ...more, 'Content-Security-Policy': PRINT_POLICY },
      };
  }
}

/** Media types by format, as `Accept` names them. */
const NAMES: Readonly<Record<Format, string>> = { json: 'application/json', csv: 'text/csv', html: 'text/html' };

/** The format that an `Accept` header likes best; JSON where it names none of ours (RFC 9110 12.5.1, without parameters). */
export function formatOf(accept: string | undefined): Format {
  const ranked = (accept ?? '')
    .split(',')
    .map((each) => {
      const [type = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const liked = ranked.map(({ type }) => FORMATS.find((format) => NAMES[format] === type || type === '*/*'));
  return liked.find((format) => format !== undefined) ?? 'json';
}
