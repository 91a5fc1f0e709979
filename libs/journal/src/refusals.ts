import { DomainError, type ErrorDetails } from '#libs/kernel';
import type { BusEvent, RecordedEvent } from '#libs/contracts';
import { onwardRefusal } from '#libs/domain';
import type { LaneCommand } from './command.js';
import type { Pending } from './pending.js';

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

/** An illegal command, with whether what it was said of belongs to an exercise. */
export interface Refused {
  readonly pending: Pending;
  readonly error: DomainError;
  readonly synthetic: boolean;
}

/**
 * The command that records a refusal in the acting agency's access lane, under the refused command's own key. No state is
 * asked there, so that what was refused in an exercise brings its mark (vocabulary 9).
 */
export function recordOf({ pending: { command }, error, synthetic }: Refused): LaneCommand {
  const { name, target, refusalLane: lane, actor } = command;
  const event: BusEvent = {
    type: 'CommandRefused',
    data: { command: name, target, code: error.code, details: textsOf(error.details) },
  };
  return { ...command, lane, key: `access/${actor.agency}`, synthetic, decide: () => [event] };
}

const textsOf = (details: ErrorDetails): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));

/** The refusal that a command left as its first event, as it was answered; null where it was accepted. */
export function refusalIn([first]: readonly RecordedEvent[]): DomainError | null {
  const refused = first && refusalOf(first);
  if (!refused) return null;
  const error = new DomainError(refused.code, refused.details);
  error.occurrence = first.meta.correlation;
  return error;
}

function refusalOf(event: RecordedEvent): { readonly code: string; readonly details: ErrorDetails } | null {
  if (event.type === 'CommandRefused') return event.data;
  if (event.type !== 'OnwardRefused') return null;
  const { code, details } = onwardRefusal(event.data);
  return { code, details: textsOf(details) };
}
