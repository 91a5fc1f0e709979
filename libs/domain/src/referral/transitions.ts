import type { BusEvent } from '#libs/contracts';

/** vocabulary 2.2; `NONE` is the leg before its submission. */
export type ReferralStatus = 'NONE' | 'SUBMITTED' | 'RECEIVED' | 'ACKNOWLEDGED' | 'ACCEPTED' | 'REJECTED';

/** The party of the leg whose word it is. */
export type Side = 'SENDER' | 'RECEIVER';

export interface Transition {
  readonly command: string;
  readonly who: Side;
  readonly from: readonly ReferralStatus[];
  readonly event: BusEvent['type'];
  readonly to: ReferralStatus;
  /** Where the command says nothing new any more, so that it is answered without an event. */
  readonly alreadySaid: readonly ReferralStatus[];
}

/** Transitions of a leg (vocabulary 2.3): one row a command, read from left to right. */
export const transitions = {
  SubmitReferral: row('SubmitReferral', 'SENDER', ['NONE'], 'ReferralSubmitted', 'SUBMITTED', []),
  ReceiveReferral: row('ReceiveReferral', 'RECEIVER', ['SUBMITTED'], 'ReferralReceived', 'RECEIVED', [
    'RECEIVED',
    'ACKNOWLEDGED',
  ]),
  AcknowledgeReferral: row(
    'AcknowledgeReferral',
    'RECEIVER',
    ['SUBMITTED', 'RECEIVED'],
    'ReferralAcknowledged',
    'ACKNOWLEDGED',
    ['ACKNOWLEDGED'],
  ),
  AcceptReferral: row('AcceptReferral', 'RECEIVER', ['RECEIVED', 'ACKNOWLEDGED'], 'ReferralAccepted', 'ACCEPTED', [
    'ACCEPTED',
  ]),
  RejectReferral: row('RejectReferral', 'RECEIVER', ['RECEIVED', 'ACKNOWLEDGED'], 'ReferralRejected', 'REJECTED', [
    'REJECTED',
  ]),
} as const satisfies Record<string, Transition>;

function row(
  command: string,
  who: Side,
  from: readonly ReferralStatus[],
  event: BusEvent['type'],
  to: ReferralStatus,
  alreadySaid: readonly ReferralStatus[],
): Transition {
  return { command, who, from, event, to, alreadySaid };
}
