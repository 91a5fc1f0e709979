import type { CaseReader } from '#libs/access';
import type { Party } from '#libs/contracts';
import {
  calledUpon,
  type Climbing,
  type Level,
  type Membership,
  type Moment,
  momentsOf,
  type Rulebook,
  waitsForOpening,
} from '#libs/domain';
import { closedOf, isoOf, type Raised, sameDesk, someone } from './escalation-entries.js';
import type { EscalationView } from './escalation-view.js';
import type { LegStanding } from './leg-standing.js';

/** What an escalation is looked at with. */
export interface Sight {
  readonly reader: CaseReader;
  readonly rulebook: Rulebook;
  readonly members: Membership;
  /** ms since 1970, UTC */
  readonly now: number;
}

const kinds = {
  WARN: 'WARNING',
  MISS: 'MISSED',
  EXPIRING: 'PRESERVATION_EXPIRING',
  EXPIRE: 'EXPIRES',
} as const;

/** Of what the parties owe: how far the leg got is shown as its delivery. */
const isClock = (moment: Moment): moment is Extract<Moment, { readonly kind: keyof typeof kinds }> =>
  moment.kind in kinds;

/** What the bus's clock would say next. A step that a missed duty begins comes with that duty's time. */
export function nextOf(
  { leg, escalation }: LegStanding,
  { rulebook, members }: Sight,
  { level, ...parties }: { readonly level: Level | null; readonly receiver: Party; readonly sender: string },
): Pick<EscalationView['next'], 'step' | 'clock'> {
  const moments = momentsOf(leg, rulebook);
  const clock = moments.find(isClock);
  const step = moments.find((moment) => moment.kind === 'RAISE');
  const rules = level && escalation.rules ? rulebook.escalation.version(escalation.rules).levels[level].ladder : [];
  const [rule, ...later] = step ? rules.slice(step.step - 1) : [];
  return {
    step:
      step && rule && level
        ? {
            step: step.step,
            at: isoOf(step.at),
            cause: step.duty,
            who: rule.who,
            roles: [...new Set(rule.reach.flatMap(({ roles }) => roles))],
            opensAt: waitsUntil({ level, ladder: [rule, ...later], ...parties }, members, step.at),
          }
        : null,
    clock: clock ? { kind: kinds[clock.kind], duty: 'duty' in clock ? clock.duty : null, at: isoOf(clock.at) } : null,
  };
}

/** When the first desk opens of a step that finds nobody there and can wait; null where somebody is called at its time. */
function waitsUntil(climbing: Climbing, members: Membership, at: number): string | null {
  if (!waitsForOpening(climbing.level)) return null;
  const { to, closed } = calledUpon(climbing, members, at);
  const opensAt = to.map((party) => closed.find(({ desk }) => sameDesk(desk, party))?.opensAt ?? null);
  const times = opensAt.flatMap((each) => each ?? []);
  return times.length === 0 || times.length < to.length ? null : isoOf(Math.min(...times));
}

/** The first desk that the step waits for, until it has opened. */
export function openingOf(step: Raised | undefined, now: number, named: boolean): EscalationView['next']['opening'] {
  if (!step || !waitsForOpening(step.data.level)) return null;
  const [first] = closedOf(step.data)
    .flatMap(({ opensAt, passedOver, ...desk }) =>
      passedOver || opensAt === null || Date.parse(opensAt) <= now ? [] : [{ ...someone(desk, named), at: opensAt }],
    )
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return first ?? null;
}
