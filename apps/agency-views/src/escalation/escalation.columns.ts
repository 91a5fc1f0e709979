import type { Duty } from '#libs/contracts';
import { isDone, isOpen, type LevelRules, PRIORITY_LEVELS, REFERRAL_STATUSES, type Rulebook } from '#libs/domain';

/** Columns of `referral` by which escalations are found. What is shown of them is folded from the timeline (leg-standing.ts). */
export const escalationColumns = {
  /** When what was missed had been due, by duty; it may have been done since. */
  missed_voice_contact: 'timestamptz null',
  missed_acknowledge: 'timestamptz null',
  missed_preservation: 'timestamptz null',
  missed_first_action: 'timestamptz null',
  missed_safeguarding: 'timestamptz null',
  missed_first_action_limit: 'timestamptz null',
  missed_status_update: 'timestamptz null',
  /** Where that was missed: whatever the receiver says later answers it. */
  missed_status_position: 'bigint null',
  /** Version of the rules that the leg is judged by, known here from when something was missed. */
  missed_rules: 'integer null',
  voice_contact: 'boolean',
  preservation: 'boolean',
  safeguarding: 'boolean',
  child_located: 'boolean',
  /** The last step of the ladder, what it was raised for, and from when that is counted. */
  ladder_step: 'integer null',
  ladder_duty: 'text null',
  ladder_from: 'timestamptz null',
  /** A person answered the last step. */
  ladder_answered: 'boolean',
} as const;

/** Nothing missed, nothing raised. */
export const nothingRaised = {
  missed_voice_contact: null,
  missed_acknowledge: null,
  missed_preservation: null,
  missed_first_action: null,
  missed_safeguarding: null,
  missed_first_action_limit: null,
  missed_status_update: null,
  missed_status_position: null,
  missed_rules: null,
  ladder_step: null,
  ladder_duty: null,
  ladder_from: null,
  ladder_answered: false,
} as const;

export const nothingDone = {
  voice_contact: false,
  preservation: false,
  safeguarding: false,
  child_located: false,
} as const;

type MissedDuty = Exclude<Duty, 'EXPIRY' | 'REVIEW' | 'UNKNOWN'>;
type Flag = keyof typeof nothingDone;

/** Duties that can be missed: the column that says so, and the one that says that it is done where the status does not. */
const duties: Readonly<Record<MissedDuty, readonly [missed: keyof typeof escalationColumns, done?: Flag]>> = {
  VOICE_CONTACT: ['missed_voice_contact', 'voice_contact'],
  ACKNOWLEDGE: ['missed_acknowledge'],
  PRESERVATION: ['missed_preservation', 'preservation'],
  FIRST_ACTION: ['missed_first_action'],
  SAFEGUARDING: ['missed_safeguarding', 'safeguarding'],
  FIRST_ACTION_LIMIT: ['missed_first_action_limit'],
  STATUS_UPDATE: ['missed_status_update'],
};

export function missedColumnOf(duty: Duty): keyof typeof escalationColumns | null {
  return Object.hasOwn(duties, duty) ? duties[duty as MissedDuty][0] : null;
}

/** Statuses in which a duty is owed, as the domain has it. */
function statusesOwing(duty: MissedDuty): string[] {
  const missed = { sender: null, receiver: null, missed: [duty] };
  return REFERRAL_STATUSES.filter((status) => isOpen(status) && !isDone(duty, { status }, missed));
}

const owed = (duty: MissedDuty, row = ''): string => {
  const [, done] = duties[duty];
  const statuses = statusesOwing(duty).map((status) => `'${status}'`);
  return `${row}status IN (${statuses.join(', ')})${done ? ` AND NOT ${row}${done}` : ''}`;
};

const missable = Object.keys(duties) as MissedDuty[];

/**
 * A superset: the receiver may have spoken since it missed a status update, which stands in the timeline, and the level that drives
 * by now may not ask for what was missed, which the rules say.
 */
export const OVERDUE = missable.map((duty) => `(${duties[duty][0]} IS NOT NULL AND ${owed(duty)})`).join(' OR ');

/** @param timeline the table of entries */
const spokenSince = (timeline: string): string =>
  `EXISTS (SELECT FROM ${timeline} said WHERE said.referral = referral.id
    AND said.position > referral.missed_status_position AND said.speaker = referral.recipient_agency)`;

const stillOwed = (duty: MissedDuty, timeline: string): string =>
  `${owed(duty, 'referral.')}${duty === 'STATUS_UPDATE' ? ` AND NOT ${spokenSince(timeline)}` : ''}`;

/** When a level does not ask for it, as `owedOf` has it: the level has no such duty, or status updates have ended. */
function unaskedIf(duty: MissedDuty, { duties: timed, statusUpdate: { until, thenEvery } }: LevelRules): string | null {
  if (duty !== 'STATUS_UPDATE') return timed[duty] ? null : 'TRUE';
  if (until === undefined || thenEvery !== undefined) return null;
  return until === 'CHILD_LOCATED' ? 'referral.child_located' : `NOT (${owed('FIRST_ACTION', 'referral.')})`;
}

/** Whether the level that drives by now asks for it, by the version of the rules that the leg is judged by. */
function isAsked(duty: MissedDuty, { escalation: { all } }: Rulebook): string {
  const unasked = all.flatMap(({ version, levels }) =>
    PRIORITY_LEVELS.flatMap((level) => {
      const condition = unaskedIf(duty, levels[level]);
      return condition === null ? [] : [{ condition, level: `(${version}, '${level}')` }];
    }),
  );
  const levels = [...Map.groupBy(unasked, ({ condition }) => condition)].map(
    ([condition, each]) =>
      `NOT ((referral.missed_rules, referral.driving_priority) IN (${each.map(({ level }) => level).join(', ')}) AND ${condition})`,
  );
  return [`referral.driving_priority <> 'UNKNOWN'`, ...levels].join(' AND ');
}

/** Since when the oldest thing that was missed, is not done and is still asked for is due; NULL where there is none. */
export const overdueSince = (timeline: string, rulebook: Rulebook): string =>
  `LEAST(${missable
    .map(
      (duty) =>
        `CASE WHEN ${stillOwed(duty, timeline)} AND ${isAsked(duty, rulebook)} THEN referral.${duties[duty][0]} END`,
    )
    .join(', ')})`;

/** Nobody has answered, and what the ladder was raised for is still owed. */
const climbed = (timeline: string): string =>
  `(NOT referral.ladder_answered AND CASE referral.ladder_duty
    ${missable.map((duty) => `WHEN '${duty}' THEN ${stillOwed(duty, timeline)}`).join('\n    ')} ELSE FALSE END)`;

export const LADDER_STATES = ['OPEN', 'ANSWERED', 'DONE'] as const;
export type LadderState = (typeof LADDER_STATES)[number];

/** As `ladderStateOf` says it of a folded leg. */
export const ladderIs: Readonly<Record<LadderState, (timeline: string) => string>> = {
  OPEN: climbed,
  ANSWERED: () => 'referral.ladder_answered',
  DONE: (timeline) => `(NOT referral.ladder_answered AND NOT ${climbed(timeline)})`,
};
