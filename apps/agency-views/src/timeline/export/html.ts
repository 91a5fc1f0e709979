import { createHash } from 'node:crypto';
import type { EntryView, TimelineView } from '../timeline-view.js';

const STYLE = `body{font:10pt/1.4 sans-serif;margin:1.5cm}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #888;padding:.2em .4em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead{display:table-header-group}tr{break-inside:avoid}.data{font-family:monospace;font-size:8pt}`;

/** Lets this one style in, and nothing else: no script, no image, no frame, no address elsewhere. */
export const PRINT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

const HEADINGS = ['place', 'time (UTC)', 'event', 'state', 'codes', 'rule', 'by', 'what it says'];

/** A page to be printed. Each line can be pointed to by its place in the log: `#4-17` for lane 4, position 17. */
export function timelineHtml(referral: string, { items, next, parked }: TimelineView): string {
  const title = escaped(`Timeline of ${referral}`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>
${parked ? '<p>An event of this referral waits for repair: what is shown may be behind.</p>\n' : ''}<table>
<thead><tr>${HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead>
<tbody>
${items.map(lineOf).join('\n')}
</tbody></table>
<p>${next === null ? 'End of the timeline.' : 'The timeline goes on: ask for the next part.'}</p>
</body></html>
`;
}

function lineOf({ id, lane, position, at, type, status, codes, rule, actor, data }: EntryView): string {
  const who = [actor.agency, actor.role, actor.country, actor.person ?? ''].filter((part) => part !== '').join(' ');
  const cells = [at, type, status ?? '', codes.join(' '), rule ?? '', who];
  const place = `<a href="#${lane}-${position}">${lane}/${position}</a> ${escaped(id)}`;
  const said = Object.keys(data).length > 0 ? escaped(JSON.stringify(data)) : '';
  return `<tr id="${lane}-${position}"><td>${place}</td>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}<td class="data">${said}</td></tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? '');
}
