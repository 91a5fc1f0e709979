// The parts of docs/domain.md that are made from the transition table, the code lists, the rules and the catalogue of problems.

/** @returns each generated part by the name of its place in the document */
export function referralParts({ transitions, routeOf, statuses, limits, rules, codeLists, problems }) {
  return {
    diagram: diagramOf(transitions, statuses),
    table: tableOf(transitions, statuses, routeOf),
    limits: limitsOf(limits, rules),
    codes: codesOf(codeLists),
    refusals: refusalsOf(problems),
  };
}

/** Puts the parts between their markers. @throws when a place is missing or unknown */
export function withParts(document, parts) {
  const wanted = new Set(Object.keys(parts));
  const filled = document.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, begin, name, end) => {
      if (!wanted.delete(name)) throw new Error(`no part ${name} is generated`);
      // Wide tables are easier to compare when nobody pads them.
      return `${begin}<!-- prettier-ignore-start -->\n\n${parts[name]}\n\n<!-- prettier-ignore-end -->\n${end}`;
    },
  );
  if (wanted.size > 0) throw new Error(`the document has no place for ${[...wanted].join(', ')}`);
  return filled;
}

function diagramOf(transitions, statuses) {
  const edges = new Map();
  const moves = Object.values(transitions).flatMap((row) => row.moves);
  for (const { from, event, to } of moves) {
    if (to === 'STAYS' || from.length === statuses.length) continue;
    for (const start of from) {
      const edge = `${start === 'NONE' ? '[*]' : start} --> ${to}`;
      edges.set(edge, [...new Set([...(edges.get(edge) ?? []), event])]);
    }
  }
  const anywhere = moves.filter(({ from, to }) => to !== 'STAYS' && from.length === statuses.length);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...edges].map(([edge, events]) => `    ${edge}: ${events.join(', ')}`),
    '```',
    '',
    ...anywhere.map(({ event, to }) => `From any state: ${event} leads to ${to}.`),
  ].join('\n');
}

function tableOf(transitions, statuses, routeOf) {
  const rows = Object.entries(transitions).flatMap(([command, row]) =>
    row.moves.map(({ from, event, with: others = [], to }, index) =>
      index === 0
        ? [
            `\`${command}\``,
            pathOf(command, row, routeOf),
            row.says,
            row.who.join(', ') + (row.originator ? ' (who said it)' : '') + (row.person ? '; a person' : ''),
            states(from, statuses),
            [event, ...others].join(', '),
            to === 'STAYS' ? 'stays' : to,
            row.needs ?? '',
            row.source,
          ]
        : [
            '',
            '',
            '',
            '',
            states(from, statuses),
            [event, ...others].join(', '),
            to === 'STAYS' ? 'stays' : to,
            '',
            '',
          ],
    ),
  );
  return table(['command', 'over HTTP', 'the speaker …', 'who', 'from', 'events', 'to', 'needs', 'vocabulary'], rows);
}

/** What opens a referral has no id to be said of; what only the bus says has no path. */
function pathOf(command, { who }, routeOf) {
  if (command === 'SubmitReferral') return '`POST /v1/referrals`';
  if (command === 'RequestRelease') return '`POST /v1/referrals:request-release`';
  return who.every((speaker) => speaker === 'POLICY' || speaker === 'CLOCK') ? '–' : `\`…/{id}/${routeOf(command)}\``;
}

function states(from, statuses) {
  if (from.length === statuses.length) return 'any';
  return from.map((status) => (status === 'NONE' ? '–' : status)).join(', ');
}

function limitsOf(limits, rules) {
  const named = [...Object.entries(limits), ...Object.entries(rules).filter(([name]) => name !== 'version')];
  return table(
    ['name', 'value', 'kind'],
    named.map(([name, value]) => [
      `\`${name}\``,
      typeof value === 'object'
        ? Object.entries(value)
            .map((pair) => pair.join(' '))
            .join(', ')
        : String(value),
      name in limits ? 'bound of the state' : `rule, version ${rules.version}`,
    ]),
  );
}

function codesOf(codeLists) {
  return Object.entries(codeLists)
    .map(([name, { source, codes }]) => {
      const from = /^\d/.test(source) ? `vocabulary ${source}` : source;
      const rows = Object.entries(codes).map(([code, meaning]) => [`\`${code}\``, meaning]);
      return `#### ${name} (${from})\n\n${table(['code', 'meaning'], rows)}`;
    })
    .join('\n\n');
}

function refusalsOf(problems) {
  const rows = Object.entries(problems).map(([code, { status, meaning }]) => [`\`${code}\``, String(status), meaning]);
  return table(['code', 'status', 'meaning'], rows);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
