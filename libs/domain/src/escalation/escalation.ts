import { DomainError, unknownEvent } from '#libs/kernel';
import type { Command, Decider } from '#libs/kernel';
import type { BusEvent, Priority, PriorityReason } from '#libs/contracts';

/** Version of the rules that priorities are judged by until rule sets are published as events. */
export const PRIORITY_RULES = 'priority/1';

export interface Graded {
  readonly level: Priority;
  readonly reasons: readonly PriorityReason[];
}

/** Both parties' values are kept (vocabulary 1.4 R1.1). */
export interface Escalation {
  readonly sender: Graded | null;
  readonly receiver: Graded | null;
}

export type SetPriority = Command<'SetPriority', Graded>;
export type EscalationEvent = Extract<BusEvent, { type: 'PrioritySet' }>;

export const escalation: Decider<Escalation, SetPriority, EscalationEvent> = {
  initialState: () => ({ sender: null, receiver: null }),
  decide: ({ data, meta }) => {
    if (data.level === 'UNKNOWN') throw new DomainError('PRIORITY_UNKNOWN', {}, 422);
    if (data.reasons.length === 0 || data.reasons.includes('UNKNOWN'))
      throw new DomainError('PRIORITY_REASON_REQUIRED', {}, 422);
    const { level, reasons } = data;
    return [
      {
        type: 'PrioritySet',
        data: { side: 'SENDER', by: meta.actor.agency, level, reasons: [...reasons], rules: PRIORITY_RULES },
      },
    ];
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'PrioritySet':
        return {
          ...state,
          [event.data.side === 'SENDER' ? 'sender' : 'receiver']: {
            level: event.data.level,
            reasons: event.data.reasons,
          },
        };
      default:
        throw unknownEvent(event as never);
    }
  },
};

/** The higher of both parties' levels drives (R1.1): P1 before P4. Null while none is set. */
export function drivingPriority({ sender, receiver }: Escalation): Priority | null {
  const levels = [sender?.level, receiver?.level].filter((level) => level !== undefined);
  return levels.sort()[0] ?? null;
}
