import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EntryView } from '../timeline-view.js';
import { csvField, timelineCsv } from './csv.js';
import { formatOf } from './formats.js';
import { escaped, timelineHtml } from './html.js';

const entry: EntryView = {
  id: '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c',
  lane: 4,
  position: 17,
  type: 'ReferralAccepted',
  at: '2026-11-24T09:12:44.310Z',
  status: 'ACCEPTED',
  codes: ['PARTIAL', 'DATA_EXPIRED'],
  rule: 'referral/1',
  actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', person: null },
  data: { reason: 'DATA_EXPIRED', note: 'a "b", c' },
};

/** RFC 4180, as a reader has it. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field = '']) => field.replaceAll('""', '"'));
}

describe('a timeline as CSV', () => {
  it('has a header and a line an entry, each ended by CRLF', () => {
    const text = timelineCsv([entry]);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe('');
    expect(fieldsOf(lines[0] ?? '').slice(0, 3)).toEqual(['lane', 'position', 'event_id']);
    expect(fieldsOf(lines[1] ?? '').at(-1)).toBe(JSON.stringify(entry.data));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|calc', '%0A=1'])(
    'has no formula in it: %p',
    (text) => expect(fieldsOf(csvField(text))).toEqual([`'${text}`]),
  );

  it('keeps every text, quoted, and none begins as a formula does', () => {
    const texts = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', ' ', 'a') });
    fc.assert(
      fc.property(texts, (text) => {
        const [field = ''] = fieldsOf(csvField(text).replaceAll(/[\r\n]/g, '¶'));
        expect(field.replace(/^'/, '')).toBe(text.replaceAll(/[\r\n]/g, '¶'));
        expect(field.trimStart()).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe('a timeline as a page', () => {
  it('has whatever is said as text', () => {
    const wild = `<script>alert('x')</script>"&\``;
    const page = timelineHtml(`PH.4.x${wild}`, {
      items: [{ ...entry, type: wild, codes: [wild], rule: wild, data: { [wild]: wild } }],
      next: null,
      parked: true,
    });
    expect(page).not.toMatch(/<script/);
    expect(page).toContain(escaped(wild));
    expect(page).toContain('<tr id="4-17">');
  });

  it('leaves no sign that a browser would read as markup', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(escaped(text)).not.toMatch(/[<>"'`]|&(?!#?\w+;)/)));
  });
});

describe('the format', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'html'],
    ['image/png', 'json'],
    ['text/csv;q=0, text/html', 'html'],
    ['application/json;q=0.2, text/csv;q=0.3', 'csv'],
  ])('that %p likes best is %s', (accept, format) => expect(formatOf(accept)).toBe(format));
});
