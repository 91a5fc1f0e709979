import type { EventData } from '#libs/contracts';
import { leg, type Leg, type LegCommand, plainSubmission } from '#libs/domain';
import type { LaneCommand } from '#libs/journal';
import { type Actor, formatReferralId } from '#libs/kernel';
import type { Chance } from '../world/chance.js';
import { EPOCH } from '../world/epoch.js';

const sender: Actor = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US', client: 'us-clear', person: null };
const receiver: Actor = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', client: 'ph-wcpc', person: 'p-1' };

const submission: EventData<'ReferralSubmitted'> = {
  ...plainSubmission,
  rules: null,
  priorityStanding: null,
  deliveryRules: null,
  concerned: null,
  waiverJudgedBy: null,
  obligation: null,
  from: { agency: sender.agency, role: sender.role, country: sender.country },
  to: { agency: receiver.agency, role: receiver.role, country: receiver.country },
  reference: null,
  reporter: null,
  incident: { offenceType: 'SOLICITATION', modifiers: [], occurredAt: null, zone: null },
  files: [],
  nexus: [],
  subjects: [],
};

/** A submission with this reference cannot be stored, and must harm no other command of its batch. */
export const UNSTORABLE = 'UNSTORABLE';

export type Move = 'receive' | 'acknowledge' | 'accept' | 'reject';

/** What an agency says: the same words under the same key however often it says them. */
export interface Said {
  readonly what: 'submit' | Move;
  readonly key: string;
  /** Another text of the request under the same key is another request. */
  readonly request: string;
  readonly lane: number;
  /** The sender's reference of a submission. */
  readonly reference: string | null;
}

/** The command as the door makes it; a submission gets a new id each time. */
export function commandOf(said: Said, id: string, refusalLane: number, correlation: string): LaneCommand<Leg> {
  const actor = said.what === 'submit' ? sender : receiver;
  const make = (now: number): LegCommand => legCommand(said, { actor, now });
  return {
    name: make(0).type,
    lane: said.lane,
    key: id,
    actor,
    idempotency: { key: said.key, request: said.request },
    correlation,
    causation: null,
    claimedAt: null,
    synthetic: false,
    target: id,
    refusalLane,
    decide: (state, now) => leg.decide(make(now), state),
  };
}

function legCommand({ what, reference }: Said, meta: LegCommand['meta']): LegCommand {
  switch (what) {
    case 'submit':
      return {
        type: 'SubmitReferral',
        meta,
        data: { ...submission, reference },
        priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
      };
    case 'receive':
      return { type: 'ReceiveReferral', meta, data: {} };
    case 'acknowledge':
      return { type: 'AcknowledgeReferral', meta, data: {} };
    case 'accept':
      return { type: 'AcceptReferral', meta, data: { scope: 'FULL', reason: null, conditions: null, note: null } };
    case 'reject':
      return {
        type: 'RejectReferral',
        meta,
        data: { reason: 'CAPACITY', partialConsidered: true, suggested: null, duplicateOf: null, note: null },
      };
  }
}

export const submitterOf = (what: Said['what']): string => (what === 'submit' ? sender : receiver).agency;

export const newReferralId = (lane: number, chance: Chance): string =>
  formatReferralId({ jurisdiction: 'PH', lane, uuid: uuidFrom(chance) });

/** A UUID of version 7, of the simulated day. */
export function uuidFrom(chance: Chance): string {
  const bytes = new Uint8Array(10);
  chance.fill(bytes);
  const hex = Buffer.from(bytes).toString('hex');
  const time = EPOCH.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-8${hex.slice(5, 8)}-${hex.slice(8)}`;
}
