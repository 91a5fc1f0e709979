import { calledIn, nameOf } from './called.js';
import { table } from '../terminal/table.js';
import type { Coverage, Escalation } from './shapes.js';
import type { Change } from './watch.js';

const COLUMNS = [
  'level',
  'referral',
  'with',
  'status',
  'overdue since',
  'what is overdue',
  'step',
  'called',
  'channels reached',
  'next step',
  'next clock',
].map((title) => ({ title }));

/** Overdue ones first, the longest overdue first; then those whose next step comes first. */
export function inOrder(escalations: readonly Escalation[]): Escalation[] {
  const key = ({ overdue, next }: Escalation): string =>
    overdue[0] ? `0 ${overdue[0].dueAt}` : `1 ${next.step?.at ?? next.clock?.at ?? '~'}`;
  return escalations.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

export const tableOf = (escalations: readonly Escalation[]): string => table(COLUMNS, escalations.map(cellsOf));

function cellsOf(escalation: Escalation): (string | null)[] {
  const { id, status, to, ladder, priority, overdue, tried, calls, refusedOnward, next } = escalation;
  const stuck = refusedOnward.flatMap(({ cause, answer }) => (answer ? [] : [cause])).join(' ');
  const last = tried.at(-1);
  return [
    `${priority.driving ?? '?'}${priority.disputed ? ' (disputed)' : ''}`,
    id,
    to.agency,
    stuck === '' ? status : `${status} (stuck: ${stuck})`,
    overdue[0]?.dueAt ?? null,
    overdue.map(({ duty }) => duty).join(' '),
    last ? `${last.step}${ladder === 'OPEN' ? '' : ` (${(ladder ?? 'over').toLowerCase()})`}` : null,
    last ? calledIn(last) : null,
    reachedOf(calls),
    nextIn(next),
    next.clock ? `${[next.clock.kind, next.clock.duty].join(' ').trim()} at ${next.clock.at}` : 'none',
  ];
}

function nextIn({ step, opening }: Escalation['next']): string {
  const waited = step?.opensAt ? `, which opens at ${step.opensAt}` : '';
  const comes = [
    ...(opening ? [`${nameOf(opening)} opens at ${opening.at}`] : []),
    ...(step ? [`${step.step} at ${step.at}: ${step.who}${waited}`] : []),
  ];
  return comes.length === 0 ? 'none' : comes.join(', then ');
}

/** How many channels took a message; that a person saw it nobody knows. */
function reachedOf(calls: Escalation['calls']): string | null {
  if (calls.length === 0) return null;
  const channels = calls.filter(({ channel }) => channel !== 'NONE');
  return channels.length === 0
    ? 'none there'
    : `${channels.filter(({ takenAt }) => takenAt).length}/${channels.length}`;
}

/** What changed of it, on one line that can be read alone. */
export function changeLine({ change, news, escalation }: Change): string {
  if (change === 'new') return lineOf(escalation);
  const { id, priority, to, next } = escalation;
  const named = `${priority.driving ?? '?'}  ${id}  with ${to.agency}`;
  if (change === 'over') return named;
  return [named, ...news, ...(next.step ? [`next step ${next.step.step} at ${next.step.at}`] : [])].join('  ');
}

/** An escalation on one line. */
export const lineOf = (escalation: Escalation): string =>
  COLUMNS.map(({ title }, at) => [title, cellsOf(escalation)[at]] as const)
    .filter(([title, cell]) => cell && title !== 'what is overdue')
    .map(([title, cell]) => (['level', 'referral', 'status'].includes(title) ? cell : `${title} ${cell}`))
    .join('  ');

const RISKS: Readonly<Record<string, string>> = {
  NOT_HELD: 'nobody holds it',
  NOT_AROUND_THE_CLOCK: 'no desk of its holders answers at any hour',
  WITHIN_HOURS: 'its holders keep hours, and are all away at some',
  IN_MAINTENANCE: 'the systems of its holders are away',
  NO_CHANNEL: 'its desk has no channel that the bus could call it by',
};

/** A risk before it is needed (vocabulary 8.2); null where there is none. */
export function riskLine(coverage: Coverage): string | null {
  if (coverage.length === 0) return null;
  const byRisk = Map.groupBy(coverage, ({ risk }) => risk ?? '');
  const parts = [...byRisk].map(([risk, found]) => `${found.map(({ id }) => id).join(' ')} (${RISKS[risk] ?? risk})`);
  return `without a live 24/7 role: ${parts.join(', ')}`;
}
