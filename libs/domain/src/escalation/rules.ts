import type { Duty, Priority } from '#libs/contracts';
import type { ReachedStep } from '../referral/delivery-steps.js';
import type { LegalClockCode } from './legal-clocks.js';

export type Level = Exclude<Priority, 'UNKNOWN'>;
export const PRIORITY_LEVELS = ['P1', 'P2', 'P3', 'P4'] as const satisfies readonly Level[];

/** Duties with a time of their own from when the leg was received; the others follow from what was said. */
export const TIMED_DUTIES = [
  'VOICE_CONTACT',
  'ACKNOWLEDGE',
  'PRESERVATION',
  'FIRST_ACTION',
  'SAFEGUARDING',
  'FIRST_ACTION_LIMIT',
] as const satisfies readonly Duty[];
export type TimedDuty = (typeof TIMED_DUTIES)[number];

/** Times are in minutes of calendar time from when the bus received the leg. */
export interface DutyTime {
  readonly within: number;
  readonly warnBefore: number;
  /** The law that it is anchored on. */
  readonly legalClock?: LegalClockCode;
}

/** Counted from the receiver's last act. */
export interface StatusTime {
  readonly every: number;
  readonly warnBefore: number;
  /** From then on `thenEvery`; without it, no longer. */
  readonly until?: 'CHILD_LOCATED' | 'FIRST_ACTION';
  readonly thenEvery?: number;
}

/** Minutes from the submission within which a step of the delivery is to be reached. [P], ours: before anybody misses an acknowledgement. */
export type DeliveryTimes = Readonly<Record<ReachedStep, number>>;

/** RECEIVER: the agency that has the leg. ALTERNATE: others in its country. COUNTRY: any there. INTERNATIONAL: any. */
export const REACHES = ['RECEIVER', 'ALTERNATE', 'COUNTRY', 'INTERNATIONAL'] as const;

export interface LadderStep {
  /** Minutes from the start: the receipt of the leg, or for a later duty so that the first step comes when it is missed. */
  readonly after: number;
  readonly who: string;
  readonly reach: readonly { readonly where: (typeof REACHES)[number]; readonly roles: readonly string[] }[];
}

/** Times run in calendar time; P1 and P2 are acted on at any hour, what is less urgent when the desk opens (vocabulary 1.3). */
export const waitsForOpening = (level: string): boolean => level === 'P3' || level === 'P4';

/** A practical example: any one is enough for its level. */
export interface Example {
  readonly code: string;
  readonly text: string;
}

export interface LevelRules {
  readonly name: string;
  readonly harmTest: string;
  readonly examples: readonly Example[];
  readonly responsible: { readonly who: string; readonly roles: readonly string[] };
  readonly duties: Readonly<Partial<Record<TimedDuty, DutyTime>>>;
  readonly statusUpdate: StatusTime;
  readonly ladder: readonly LadderStep[];
  /** Left out in rules from before evidence of delivery was kept: then no step is late. */
  readonly delivery?: DeliveryTimes;
}

/** Levels of urgency with their clocks (vocabulary 1.3), as agencies may agree otherwise one day. Each version is final. */
export interface EscalationRules {
  readonly version: number;
  readonly levels: Readonly<Record<Level, LevelRules>>;
  readonly preservation: {
    /** Days before the end, the earliest first. */
    readonly alarmDays: readonly number[];
    readonly leastDaysAbroad: number;
    readonly mostDaysAtHome: number;
  };
}

/** Rules by version and by date. */
export interface Editions<Rules> {
  /** @param at ms since 1970, UTC */
  inForce(at: number): Rules;
  /** @throws TransientError RULES_UNKNOWN when this process does not have that version (yet) */
  version(version: number): Rules;
  /** Every version that this process has. */
  readonly all: readonly Rules[];
}

/** What a level is for, as agencies agreed on it: told where a level is refused. Empty for a level of later. */
export const examplesOf = ({ levels }: EscalationRules, level: Priority): string =>
  level === 'UNKNOWN' ? '' : levels[level].examples.map(({ text }) => text).join(' ');

export const MINUTE_MS = 60_000;
