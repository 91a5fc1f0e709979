import given from '../../../../reference/rules/escalation.json' with { type: 'json' };
import { DELIVERY_STEPS } from '#libs/contracts';
import { firstEscalationRules } from '../escalation/first-rules.js';
import { legalClocks } from '../escalation/legal-clocks.js';
import {
  type DutyTime,
  type EscalationRules,
  type LadderStep,
  type LevelRules,
  PRIORITY_LEVELS,
  REACHES,
  TIMED_DUTIES,
} from '../escalation/rules.js';
import { roles } from '../membership/roles.js';
import type { DatedRules } from '../referral/rules.js';
import { isText, objectIn } from './content.js';
import { type Content, editionsOf, type Rules } from './state.js';

const LONGEST_MINUTES = 365 * 24 * 60;
const MOST_STEPS = 6;

/** Why these cannot be the rules of the escalation; empty where they can. Every level needs a clock (vocabulary 1.2, Lanzarote 30(3)). */
export function faultsOfEscalationRules({ levels, preservation, ...others }: Content): string[] {
  return [
    ...Object.keys(others).map((name) => `${name}: no such rule`),
    ...PRIORITY_LEVELS.flatMap((level) => faultsOfLevel(level, objectIn(levels)?.[level])),
    ...Object.keys(objectIn(levels) ?? {})
      .filter((level) => !PRIORITY_LEVELS.some((each) => each === level))
      .map((level) => `levels: no level ${level}`),
    ...faultsOfPreservation(objectIn(preservation)),
  ];
}

function faultsOfLevel(level: string, value: unknown): string[] {
  const content = objectIn(value);
  if (!content) return [`${level}: missing`];
  const { name, harmTest, examples, responsible, duties, statusUpdate, ladder, delivery } =
    content as unknown as Partial<LevelRules>;
  const times = Object.entries(objectIn(duties) ?? {});
  const steps: unknown[] = Array.isArray(ladder) ? ladder : [];
  return [
    ...(isText(name) && isText(harmTest) ? [] : [`${level}: no name or harm test`]),
    ...(isExamples(examples) ? [] : [`${level}: examples need codes of their own and texts`]),
    ...(isText(responsible?.who) ? faultsOfRoles(level, responsible.roles) : [`${level}: nobody is responsible`]),
    ...(['ACKNOWLEDGE', 'FIRST_ACTION'] as const)
      .filter((duty) => !objectIn(duties)?.[duty])
      .map((duty) => `${level}: no ${duty}`),
    ...times.flatMap(([duty, time]) =>
      faultsOfDuty(`${level}/${duty}`, duty, objectIn(time) as Partial<DutyTime> | undefined),
    ),
    ...faultsOfStatus(`${level}/statusUpdate`, objectIn(statusUpdate)),
    ...(steps.length >= 1 && steps.length <= MOST_STEPS
      ? []
      : [`${level}: from 1 to ${MOST_STEPS} steps of the ladder`]),
    ...steps.flatMap((step, index) => faultsOfStep(`${level}/ladder/${index}`, step, steps[index - 1])),
    ...(delivery === undefined ? [] : faultsOfDelivery(`${level}/delivery`, objectIn(delivery))),
  ];
}

function faultsOfDuty(path: string, duty: string, time: Partial<DutyTime> | undefined): string[] {
  if (!TIMED_DUTIES.some((each) => each === duty)) return [`${path}: no such duty`];
  if (!isMinutes(time?.within) || !isMinutes(time.warnBefore, 0) || time.warnBefore >= time.within)
    return [`${path}: within and warnBefore in minutes`];
  const { legalClock } = time;
  if (legalClock === undefined) return [];
  const law = Object.hasOwn(legalClocks, legalClock) ? legalClocks[legalClock] : undefined;
  if (!law || (law.mark as string) === 'U') return [`${path}: no legal clock ${legalClock} that is known for sure`];
  return time.within <= law.minutes ? [] : [`${path}: later than ${legalClock} allows`];
}

/** A step shows the earlier ones, so that none is due before them. */
function faultsOfDelivery(path: string, times: Content | undefined): string[] {
  const within = DELIVERY_STEPS.map((step) => times?.[step]);
  const rising = within.every((minutes, index) => {
    const before = within[index - 1] ?? 1;
    return typeof before === 'number' && isMinutes(minutes, before);
  });
  const known = Object.keys(times ?? {}).every((step) => DELIVERY_STEPS.some((each) => each === step));
  return rising && known ? [] : [`${path}: ${DELIVERY_STEPS.join(', ')} in minutes, none before the one that it shows`];
}

function faultsOfStatus(path: string, status: Content | undefined): string[] {
  const { every, warnBefore, until, thenEvery } = status ?? {};
  if (!isMinutes(every) || !isMinutes(warnBefore, 0) || warnBefore >= every)
    return [`${path}: every and warnBefore in minutes`];
  const slows = until === undefined ? thenEvery === undefined : until === 'CHILD_LOCATED' || until === 'FIRST_ACTION';
  return slows && (thenEvery === undefined || isMinutes(thenEvery, warnBefore + 1))
    ? []
    : [`${path}: until and thenEvery`];
}

function faultsOfStep(path: string, value: unknown, before: unknown): string[] {
  const { after, who, reach } = (objectIn(value) ?? {}) as unknown as Partial<LadderStep>;
  const earlier = (objectIn(before) as Partial<LadderStep> | undefined)?.after ?? 0;
  if (!isMinutes(after) || after <= earlier) return [`${path}: later than the step before, in minutes`];
  if (!isText(who)) return [`${path}: who`];
  const reached: unknown[] = Array.isArray(reach) ? reach : [];
  if (reached.length === 0) return [`${path}: nobody is reached`];
  return reached.flatMap((each) => {
    const { where, roles: named } = objectIn(each) ?? {};
    return [
      ...(REACHES.some((known) => known === where) ? [] : [`${path}: no such reach`]),
      ...faultsOfRoles(path, named),
    ];
  });
}

function faultsOfRoles(path: string, named: unknown): string[] {
  if (!Array.isArray(named) || named.length === 0) return [`${path}: no roles`];
  return named.filter((role) => !Object.hasOwn(roles, String(role))).map((role) => `${path}: no role ${String(role)}`);
}

function faultsOfPreservation(content: Content | undefined): string[] {
  const { alarmDays, leastDaysAbroad, mostDaysAtHome, ...others } = content ?? {};
  const days: unknown[] = Array.isArray(alarmDays) ? alarmDays : [];
  const falling = days.every((day, index) => isDays(day) && (index === 0 || (days[index - 1] as number) > day));
  return [
    ...(days.length > 0 && days.length <= 6 && falling ? [] : ['preservation: alarmDays, the earliest first']),
    // Budapest 29(7) and 16(2): longer abroad and shorter at home may be agreed, not the reverse
    ...(isDays(leastDaysAbroad) && leastDaysAbroad >= 60 ? [] : ['preservation: at least 60 days abroad']),
    ...(isDays(mostDaysAtHome) && mostDaysAtHome <= 90 ? [] : ['preservation: at most 90 days at home']),
    ...Object.keys(others).map((name) => `preservation: no rule ${name}`),
  ];
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

const isMinutes = (value: unknown, least = 1): value is number => isWhole(value, least, LONGEST_MINUTES);
const isDays = (value: unknown): value is number => isWhole(value, 1, 3_650);

function isExamples(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const rows = value.map(objectIn);
  const codes = rows.map((row) => row?.['code']);
  return rows.every((row) => isText(row?.['text'])) && codes.every(isText) && new Set(codes).size === codes.length;
}

/** The rules of the escalation as they were published; those that this build begins with until any were. */
export function escalationEditions(rules: Rules): DatedRules<EscalationRules>[] {
  const editions = editionsOf(rules, 'RULE_SET', 'escalation');
  if (editions.length === 0) return [{ from: 0, rules: firstEscalationRules }];
  return editions.map(({ version, document, inForceFrom }) => ({
    from: version === 1 ? 0 : inForceFrom,
    rules: { ...(JSON.parse(document) as Omit<EscalationRules, 'version'>), version },
  }));
}

/** The document of the rules that the bus begins with. */
export const firstEscalationDocument = (): string => JSON.stringify(given);
