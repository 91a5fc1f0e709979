import type { Instrument, TreatyRow } from './treaties.js';

/** Columns of the file beside `iso2` and `source`, by instrument. */
const COLUMNS: Readonly<Record<Instrument, { readonly status: string; readonly date: string }>> = {
  'COE-185': { status: 'budapest_status', date: 'budapest_date' },
  'COE-201': { status: 'lanzarote_status', date: 'lanzarote_date' },
};

/**
 * What the file of convention parties (CSV, a State a line) says of an instrument, as a document. States of which it says
 * nothing are left out; nothing is filled in.
 * @param asOf state of the file's sources, YYYY-MM-DD
 * @throws Error for a file without these columns
 */
export function treatyDocument(csv: string, instrument: Instrument, asOf: string): string {
  const [head = [], ...lines] = linesOf(csv);
  const at = (name: string): number => {
    const index = head.indexOf(name);
    if (index < 0) throw new Error(`convention parties: no column ${name}`);
    return index;
  };
  const { status, date } = COLUMNS[instrument];
  const [country, how, when, source] = [at('iso2'), at(status), at(date), at('source')];
  const rows = lines
    .filter((line) => (line[how] ?? '') !== '')
    .map((line) => ({
      country: line[country] ?? '',
      status: line[how] as TreatyRow['status'],
      since: line[when] === '' || line[when] === undefined ? null : line[when],
      source: line[source] ?? '',
    }));
  return JSON.stringify({ asOf, rows });
}

/** Fields with a comma or a quote stand in quotes; a quote in them is doubled (RFC 4180). */
function linesOf(csv: string): string[][] {
  return csv
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}
