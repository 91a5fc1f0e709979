import { NO_COUNTRY } from './agency-faults.js';
import {
  responsibilities,
  responsibilityColumns,
  responsibilityRows,
  type ResponsibilityTable,
} from './responsibilities.js';
import { rightsOf, roles, type StakeholderRole } from './roles.js';
import type { Member, Membership } from './state.js';

/** What agencies agreed on, in the versions that hold; null for what none was published of. */
export interface StakeholderTables {
  readonly roles: { readonly version: number | null; readonly content: Readonly<Record<string, StakeholderRole>> };
  readonly responsibilities: { readonly version: number | null; readonly content: ResponsibilityTable };
}

const ofThisBuild: StakeholderTables = {
  roles: { version: null, content: roles },
  responsibilities: { version: null, content: responsibilities },
};

/**
 * The analysis of stakeholders that agencies share (mission S4), as Markdown: who takes part in which roles, what each role
 * contributes and may do, who does what. To be published as it is: no telephone numbers, no clients, nothing proposed.
 * @param at ms since 1970, UTC
 */
export function stakeholderDocument(
  { members }: Membership,
  at: number,
  { roles: named, responsibilities: agreed }: StakeholderTables = ofThisBuild,
): string {
  const taking = Object.entries(members).filter(([, { status }]) => status === 'ADMITTED');
  return [
    '# Stakeholders',
    `As of ${new Date(at).toISOString().slice(0, 10)}: ${taking.length} agencies in ${countriesOf(taking)} countries.`,
    '## Agencies',
    table(
      ['Country', 'Code', 'Agency', 'Roles', 'Originates', 'Receives', 'Priority', 'Around the clock'],
      taking.sort(byCountry).map(([code, member]) => agencyRow(code, member)),
    ),
    '## Roles',
    `${versionOf(named)} What a role may do is what the bus enforces.`,
    table(
      ['Role', 'Actor', 'Contributes', 'Originates', 'Receives', 'Priority', 'Usual regime', 'Agencies'],
      Object.entries(named.content).map(([role, { actor, contributes, originate, receive, priority, regime }]) => [
        role,
        actor,
        contributes,
        yesOrNo(originate),
        yesOrNo(receive),
        priority.toLowerCase(),
        regime,
        String(taking.filter(([, member]) => member.roles.includes(role)).length),
      ]),
    ),
    '## Who does what',
    `${versionOf(agreed)} R responsible, A accountable, C consulted, I informed. ${standingOf(agreed)}`,
    table(
      ['Step', ...responsibilityColumns(agreed.content)],
      responsibilityRows(agreed.content).map(({ meaning, cells }) => [meaning, ...cells]),
    ),
    '',
  ].join('\n\n');
}

type Versioned = Pick<StakeholderTables['roles'], 'version'>;

const versionOf = ({ version }: Versioned): string => (version === null ? 'Not published yet.' : `Version ${version}.`);

/** What a release brought was agreed by nobody. */
const standingOf = ({ version }: Versioned): string =>
  version !== null && version > 1
    ? 'Approved after a time for comments.'
    : 'Proposed; it waits for the agencies’ agreement.';

function agencyRow(code: string, { country, name, roles: held, rights, contacts }: Member): string[] {
  const may = (right: 'originate' | 'receive'): boolean =>
    held.some((role) => rightsOf(role)[right]) && (rights?.[right] ?? true);
  const sets = held.some((role) => rightsOf(role).priority === 'SET') && (rights?.setPriority ?? true);
  const around = Object.values(contacts).filter(
    ({ role, availability }) => availability === 'AROUND_THE_CLOCK' && held.includes(role),
  );
  const reached = around.map(({ role }) => role).join(', ');
  return [
    country,
    code,
    name,
    held.join(', '),
    yesOrNo(may('originate')),
    yesOrNo(may('receive')),
    sets ? 'sets' : 'proposes or none',
    reached === '' ? '–' : reached,
  ];
}

type Named = readonly [code: string, member: Member];

const byCountry = ([one, a]: Named, [other, b]: Named): number =>
  a.country.localeCompare(b.country) || one.localeCompare(other);

const countriesOf = (members: readonly Named[]): number =>
  new Set(members.map(([, { country }]) => country).filter((country) => country !== NO_COUNTRY)).size;

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** A name may hold what Markdown takes for something else. */
const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/g, String.raw`\$&`).replace(/\s+/g, ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
