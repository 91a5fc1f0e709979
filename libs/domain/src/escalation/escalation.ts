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

/** `by`: the agency whose value it is, which on an onward leg is not who acts. */
export type SetPriority = Command<'SetPriority', Graded & { readonly by: string }>;
export type EscalationEvent = Extract<BusEvent, { type: 'PrioritySet' }>;

export const escalation: Decider<Escalation, SetPriority, EscalationEvent> = {
  initialState: () => ({ sender: null, receiver: null }),
  decide: ({ data }) => {
    if (data.level === 'UNKNOWN') throw new DomainError('PRIORITY_UNKNOWN', {}, 422);
    if (data.reasons.length === 0 || data.reasons.includes('UNKNOWN'))
      throw new DomainError('PRIORITY_REASON_REQUIRED', {}, 422);
    const { by, level, reasons } = data;
    return [
      {
        type: 'PrioritySet',
        data: { side: 'SENDER', by, level, reasons: [...reasons], rules: PRIORITY_RULES },
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

/** The higher of both parties' values drives (R1.1): P1 before P4, the sender's where both are the same. Null while none is set. */
export function drivingGrade({ sender, receiver }: Escalation): Graded | null {
  if (!sender || !receiver) return sender ?? receiver;
  return receiver.level < sender.level ? receiver : sender;
}
