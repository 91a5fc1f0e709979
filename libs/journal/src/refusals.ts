import type { DomainError } from '#libs/kernel';
import type { BusEvent } from '#libs/contracts';
import type { LaneCommand } from './command.js';

/** Refusals that one agency may have recorded: this many at once, and so many a second. Beyond, they are counted only. */
export const RECORDED_REFUSALS = { burst: 100, perSecond: 10 } as const;

/** Keeps a flood of illegal commands out of the log. */
export class RefusalAllowance {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(private readonly clock: () => number = Date.now) {}

  /** True when the agency's next refusal is to be recorded. */
  take(agency: string): boolean {
    const now = this.clock();
    const { tokens, at } = this.buckets.get(agency) ?? { tokens: RECORDED_REFUSALS.burst, at: now };
    // A clock that steps back gives nothing, and takes nothing away.
    const seconds = Math.max(0, now - at) / 1000;
    const filled = Math.min(RECORDED_REFUSALS.burst, tokens + seconds * RECORDED_REFUSALS.perSecond);
    this.buckets.set(agency, { tokens: filled >= 1 ? filled - 1 : filled, at: now });
    return filled >= 1;
  }
}

/** The command that records a refusal in the acting agency's access lane, under the refused command's own key. */
export function recordOf(refused: LaneCommand, error: DomainError): LaneCommand {
  const details = Object.fromEntries(Object.entries(error.details).map(([name, value]) => [name, String(value)]));
  const event: BusEvent = {
    type: 'CommandRefused',
    data: { command: refused.name, target: refused.target, code: error.code, details },
  };
  return { ...refused, lane: refused.refusalLane, key: `access/${refused.actor.agency}`, decide: () => [event] };
}
