import type { EntryView } from '../timeline-view.js';

const COLUMNS = [
  'lane',
  'position',
  'event_id',
  'at',
  'event',
  'status',
  'codes',
  'rule',
  'agency',
  'role',
  'country',
  'person',
  'data',
] as const;

/** A timeline as RFC 4180 has it: a header line, CRLF, fields in quotes. Spreadsheets find no formula in it. */
export function timelineCsv(entries: readonly EntryView[]): string {
  return [COLUMNS, ...entries.map(fieldsOf)].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

function fieldsOf({ lane, position, id, at, type, status, codes, rule, actor, data }: EntryView): string[] {
  const who = [actor.agency, actor.role, actor.country, actor.person ?? ''];
  const place = [String(lane), String(position), id, at, type, status ?? ''];
  return [...place, codes.join(' '), rule ?? '', ...who, JSON.stringify(data)];
}

/** What a spreadsheet may take for the start of a formula, also behind white space; full-width signs as well. */
const FORMULA = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]|^[\t\r\n]/;

/** One field in quotes. A text that could be a formula begins with an apostrophe, which makes it a text. */
export function csvField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
