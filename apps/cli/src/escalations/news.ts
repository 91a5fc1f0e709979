import { calledIn } from './called.js';
import type { Escalation } from './shapes.js';

/**
 * What whoever watches must hear of an escalation that is another one than before: who holds it and how urgent it is, what is owed
 * and since when, whom a step called, and whether anybody was reached. Each try of each channel, and times that move, are no news.
 */
export function newsOf(before: Escalation, after: Escalation): string[] {
  return [
    ...moved(before.priority.driving ?? '?', after.priority.driving ?? '?'),
    ...begun(
      before.priority.disputed,
      after.priority.disputed,
      'its level is disputed',
      'its level is disputed no more',
    ),
    ...moved(before.status, after.status),
    ...added(before.refusedOnward, after.refusedOnward, ({ cause }) => cause).map(({ cause }) => `stuck: ${cause}`),
    ...added(before.overdue, after.overdue, ({ duty }) => duty).map(
      ({ duty, dueAt }) => `${duty} overdue since ${dueAt}`,
    ),
    ...added(after.overdue, before.overdue, ({ duty }) => duty).map(({ duty }) => `${duty} not overdue any more`),
    ...added(before.tried, after.tried, ({ step }) => String(step)).map(stepSaid),
    ...(before.ladder === after.ladder || after.ladder === 'OPEN'
      ? []
      : [`ladder ${after.ladder ?? 'over'}`.toLowerCase()]),
    ...begun(before.voiceContact.recorded, after.voiceContact.recorded, 'voice contact recorded', ''),
    ...reachesOf(before.calls, after.calls),
  ].filter((each) => each !== '');
}

const moved = (from: string, to: string): string[] => (from === to ? [] : [`${from} → ${to}`]);

const begun = (was: boolean, is: boolean, begins: string, ends: string): string[] =>
  was === is ? [] : [is ? begins : ends];

const added = <T>(before: readonly T[], after: readonly T[], key: (each: T) => string): T[] => {
  const known = new Set(before.map(key));
  return after.filter((each) => !known.has(key(each)));
};

const stepSaid = (said: Escalation['tried'][number]): string =>
  `step ${said.step} called ${calledIn(said) || 'nobody'}`;

type Calls = Escalation['calls'];

/** A desk that was reached, or could not be, since the look before: once for each of its calls. */
function reachesOf(before: Calls, after: Calls): string[] {
  const known = reaches(before);
  return [...reaches(after)].flatMap(([desk, reach]) => (reach === null || known.get(desk) === reach ? [] : [reach]));
}

const reaches = (calls: Calls): Map<string, string | null> =>
  new Map(
    [...Map.groupBy(calls, ({ step, agency, role }) => `${step} ${agency} ${role}`)].map(([desk, its]) => [
      desk,
      reachOf(its),
    ]),
  );

/** Null while its channels are being tried for the first time. */
function reachOf(calls: Calls): string | null {
  const [first] = calls;
  const desk = first?.agency ?? first?.role ?? '';
  const taken = calls.filter(({ takenAt }) => takenAt !== null);
  if (taken.length > 0) return `${desk} reached by ${[...new Set(taken.map(({ channel }) => channel))].join(' ')}`;
  if (calls.every(({ channel }) => channel === 'NONE')) return `${desk} HAS NO CHANNEL`;
  if (calls.every(({ outcome }) => outcome === 'DESK_CLOSED')) return `${desk} IS CLOSED until ${calls[0]?.nextAt}`;
  if (calls.some(({ failures }) => failures === 0)) return null;
  return `${desk} NOT REACHED: ${[...new Set(calls.map(({ outcome }) => outcome ?? '?'))].join(' ')}`;
}
