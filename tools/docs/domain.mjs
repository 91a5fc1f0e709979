// The parts of docs/domain.md that are made from the tables of commands, the code lists, the rules and the catalogue of problems.

/**
 * @param domain the exports of libs/domain
 * @param contracts the exports of libs/contracts
 * @param platform the exports of libs/platform, for the catalogues of refusals
 * @returns each generated part by the name of its place in the document
 */
export function domainParts({ domain, contracts, platform }) {
  const { transitions, escalationWords, firstEscalationRules, knownLegalClocks, routeOf } = domain;
  const { REFERRAL_STATUSES: statuses, LIMITS, ESCALATION_LIMITS, firstRulebook } = domain;
  const { caseCodes, decisionCodes, escalationCodes, membershipCodes, treatyCodes } = domain;
  const { exerciseMoves, memberMoves, roles, ruleCatalogue, firstInstruments } = domain;
  const { escalationProblems, exerciseProblems, membershipProblems, problemCatalogue, referralProblems } = platform;
  const ofCases = { ...referralProblems, ...escalationProblems };
  const ofFamilies = { ...ofCases, ...membershipProblems, ...exerciseProblems };
  return {
    diagram: diagramOf(transitions, statuses),
    table: tableOf(transitions, statuses, routeOf),
    escalation: tableOf(escalationWords, statuses, routeOf),
    levels: levelsOf(firstEscalationRules.levels),
    ladder: ladderOf(firstEscalationRules.levels),
    clocks: clocksOf(knownLegalClocks),
    limits: limitsOf({ ...LIMITS, ...ESCALATION_LIMITS }, firstRulebook.version(1)),
    codes: codesOf({ ...decisionCodes, ...caseCodes, ...escalationCodes }),
    members: stateDiagram(movesOf(memberMoves)),
    roles: rolesOf(roles),
    rules: rulesOf(ruleCatalogue),
    responsibilities: responsibilitiesOf(domain),
    membership: codesOf(membershipCodes),
    proposals: proposalsOf(domain),
    treaties: codesOf({
      Instrument: { source: '3.3 legal_instrument', codes: instrumentTexts(firstInstruments) },
      ...treatyCodes,
    }),
    exercises: stateDiagram(movesOf(exerciseMoves)),
    refusals: refusalsOf(ofCases),
    membershipRefusals: refusalsOf(membershipProblems),
    exerciseRefusals: refusalsOf(exerciseProblems),
    commonRefusals: refusalsOf(without(problemCatalogue, ofFamilies)),
    refused: fieldsOf(contracts.newestSchema('CommandRefused')),
  };
}

/** What each instrument is, whose article it is, what is to be named with it, and from when it stands as it does. */
function instrumentTexts(instruments) {
  return Object.fromEntries(
    Object.entries(instruments).map(([code, { name, articleOf, note, names = [], standing = [] }]) => [
      code,
      [
        `${name}${articleOf ? ` (an article of ${articleOf})` : ''}.`,
        ...(note ? [note] : []),
        ...(names.length > 0 ? [`To be named with it: ${names.join(', ')}.`] : []),
        ...standing.map((each) => `${each.standing}${each.from ? ` from ${each.from} on` : ''}.`),
      ].join(' '),
    ]),
  );
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

/** What STAYS leads from each state back to it. */
function movesOf(moves) {
  return Object.entries(moves).flatMap(([event, { from, to }]) =>
    from.map((start) => edge(start, to === 'STAYS' ? start : to, event)),
  );
}

function proposalsOf({ proposalMoves, PUBLICATIONS, COMMENT_MONTHS }) {
  const { ChangeApproved, ...others } = proposalMoves;
  const together = `ChangeApproved with ${Object.values(PUBLICATIONS).join(' or ')}`;
  return stateDiagram([
    ...movesOf(others),
    edge('IN_COMMENT', 'COMMENTED', `after ${COMMENT_MONTHS} months`),
    ...movesOf({ [together]: ChangeApproved }),
    edge('PUBLISHED', 'IN_FORCE', 'from its date'),
  ]);
}

const edge = (from, to, says) => `    ${from === 'NONE' ? '[*]' : from} --> ${to}: ${says}`;

const stateDiagram = (edges) => ['```mermaid', 'stateDiagram-v2', ...edges, '```'].join('\n');

function rolesOf(roles) {
  const rows = Object.entries(roles).map(([code, { actor, contributes, originate, receive, priority, regime }]) => [
    `\`${code}\``,
    actor,
    contributes,
    originate ? 'yes' : 'no',
    receive ? 'yes' : 'no',
    `\`${priority}\``,
    regime,
  ]);
  return table(['role', 'actor', 'contributes', 'submits', 'takes on', 'priority', 'usual regime'], rows);
}

function responsibilitiesOf({ responsibilityColumns, responsibilityRows }) {
  const rows = responsibilityRows().map(({ step, meaning, cells }) => [`\`${step}\``, meaning, ...cells]);
  return table(['step', 'meaning', ...responsibilityColumns()], rows);
}

function tableOf(transitions, statuses, routeOf) {
  const rows = Object.entries(transitions).flatMap(([command, row]) =>
    row.moves.map(({ from, to, ...said }, index) =>
      index === 0
        ? [
            `\`${command}\``,
            pathOf(command, row, routeOf),
            row.says,
            row.who.join(', ') + (row.originator ? ' (who said it)' : '') + (row.person ? '; a person' : ''),
            states(from, statuses),
            eventsOf(said),
            to === 'STAYS' ? 'stays' : to,
            row.needs ?? '',
            row.source,
          ]
        : ['', '', '', '', states(from, statuses), eventsOf(said), to === 'STAYS' ? 'stays' : to, '', ''],
    ),
  );
  return table(['command', 'over HTTP', 'the speaker …', 'who', 'from', 'events', 'to', 'needs', 'vocabulary'], rows);
}

function eventsOf({ event, with: others = [], answers }) {
  return [event, ...others, ...(answers ? [`${answers} before it where the sender asks for it back`] : [])].join(', ');
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

/** Minutes as people say them. */
function timeOf(minutes) {
  if (minutes % 1440 === 0) return `${minutes / 1440} d`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

function levelsOf(levels) {
  const codes = Object.keys(levels);
  const row = (name, cell) => [name, ...codes.map((code) => cell(levels[code]))];
  const duties = [...new Set(codes.flatMap((code) => Object.keys(levels[code].duties)))];
  const dutyCell = (duty) => {
    if (!duty) return '–';
    const law = duty.legalClock ? ` (\`${duty.legalClock}\`)` : '';
    return `${timeOf(duty.within)}${law}; warned ${timeOf(duty.warnBefore)} before`;
  };
  const statusCell = ({ every, until, thenEvery }) => {
    const then = thenEvery ? `then every ${timeOf(thenEvery)}` : 'then none';
    return `every ${timeOf(every)}${until ? ` until \`${until}\`, ${then}` : ''}`;
  };
  const reachOf = ({ where, roles }) => `${where}: ${roles.join(', ')}`;
  return table(
    ['', ...codes.map((code) => `${code} ${levels[code].name}`)],
    [
      row('harm test', ({ harmTest }) => harmTest),
      row('any one is enough', ({ examples }) => examples.map(({ code, text }) => `${text} (\`${code}\`)`).join(' ')),
      row('responsible', ({ responsible }) => `${responsible.who} (${responsible.roles.join(', ')})`),
      ...duties.map((duty) => row(`\`${duty}\``, (level) => dutyCell(level.duties[duty]))),
      row('`STATUS_UPDATE`', ({ statusUpdate }) => statusCell(statusUpdate)),
      row('delivery', ({ delivery }) =>
        Object.entries(delivery ?? {})
          .map(([step, minutes]) => `\`${step}\` within ${timeOf(minutes)}`)
          .join(', '),
      ),
      row('ladder', ({ ladder }) =>
        ladder.map(({ after, who, reach }) => `${timeOf(after)}: ${who} (${reach.map(reachOf).join('; ')}).`).join(' '),
      ),
    ],
  );
}

/** Who is called upon while nobody acknowledges, from the receipt of a referral on. */
function ladderOf(levels) {
  const lines = Object.entries(levels).flatMap(([code, { ladder }]) => [
    `    ${code}([${code} received])`,
    ...ladder.map(({ after, who }, at) => {
      const before = at === 0 ? code : `${code}_${at}`;
      return `    ${before} -- at ${timeOf(after)} --> ${code}_${at + 1}["${who}"]`;
    }),
  ]);
  return ['```mermaid', 'flowchart LR', ...lines, '```'].join('\n');
}

function clocksOf(legalClocks) {
  const rows = legalClocks.map(([code, { minutes, says, source, mark }]) => [
    `\`${code}\``,
    timeOf(minutes),
    says,
    source,
    mark,
  ]);
  return table(['code', 'time', 'for', 'source', 'mark'], rows);
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

function rulesOf(rules) {
  const rows = Object.entries(rules).map(([id, says]) => [`\`${id}\``, says]);
  return table(['id', 'the rule in a line'], rows);
}

function refusalsOf(problems) {
  const rows = Object.entries(problems).map(([code, { status, meaning }]) => [`\`${code}\``, String(status), meaning]);
  return table(['code', 'status', 'meaning'], rows);
}

const without = (catalogue, others) =>
  Object.fromEntries(Object.entries(catalogue).filter(([code]) => !Object.hasOwn(others, code)));

/** What an event says beside its place and its cause. */
function fieldsOf({ text }) {
  const { fields } = JSON.parse(text);
  const rows = fields.map(({ name, doc }) => [`\`${name}\``, doc]);
  return table(['field', 'meaning'], rows);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
