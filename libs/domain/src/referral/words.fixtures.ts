import { parseReferralId } from '#libs/kernel';
import type { Additions, CrossBorder, EventData, EventName, Evidence } from '#libs/contracts';
import { actor, DAY, NOW, party, submission } from '../leg/leg.fixtures.js';
import type { LegCommand, LegEvent } from '../leg/leg.js';
import type { CommandName } from './transitions/transitions.js';

type CommandOf<Name extends CommandName> = Extract<LegCommand, { type: Name }>;

export const ids = {
  onward: {
    routine: 'AU.7.0198c1f0-0000-7000-8000-0000000000a1',
    urgent: 'AU.8.0198c1f0-0000-7000-8000-0000000000a2',
  },
  lead: 'PH.4.0198c1f0-0000-7000-8000-0000000000b1',
  bundle: '0198c1f0-0000-7000-8000-0000000000c1',
  nobody: '0198c1f0-0000-7000-8000-0000000000ff',
};
if (!parseReferralId(ids.lead)) throw new TypeError('the ids of these fixtures are no ids');

export const nothingAdded: Additions = {
  modifiers: [],
  files: [],
  nexus: [],
  evidence: [],
  crossBorder: null,
  subjects: [],
};

export const noFacts: CrossBorder = {
  types: [],
  dualCriminality: null,
  dualCriminalityWaiver: null,
  extraditionFlag: null,
  childDefinitionConflict: null,
};

/** As many pieces of evidence. */
export const exhibits = (count: number): Evidence[] =>
  Array.from({ length: count }, (_, n) => ({
    reference: `exhibit/${n}`,
    kind: 'CHAT_LOG',
    holder: 'US-CLEAR',
    mediaType: null,
    size: null,
    sha256: null,
  }));

const nothingReplaced = {
  reference: null,
  reporter: null,
  incident: null,
  modifiers: null,
  files: null,
  nexus: null,
  evidence: null,
  crossBorder: null,
  outcomes: null,
  subjects: null,
};

/** 24 November 2026, in days since 1970. */
export const TODAY = Math.floor(NOW / DAY);

export const outcome = (code: EventData<'OutcomeReported'>['outcomes'][number]['outcome']) =>
  ({ outcome: code, on: TODAY, accuracy: 'CONFIRMED' }) as const;

/** A sound example of every command's words. */
const examples: { readonly [Name in CommandName]: CommandOf<Name>['data'] } = {
  RequestRelease: submission,
  ApproveRelease: submission,
  RefuseRelease: { reason: 'WRONG_RECIPIENT', note: null },
  SubmitReferral: submission,
  ReceiveReferral: {},
  AcknowledgeReferral: {},
  RequestInformation: { types: ['LOCATION', 'TIME'], wantedBy: null, note: null },
  ProvideInformation: {
    answered: ['LOCATION'],
    unavailable: ['TIME'],
    additions: { ...nothingAdded, files: [{ kind: 'DOCUMENT', count: 1 }] },
    note: null,
  },
  AcceptReferral: { scope: 'FULL', reason: null, conditions: null, note: null },
  RejectReferral: {
    reason: 'DATA_NOT_HELD',
    partialConsidered: false,
    suggested: null,
    duplicateOf: null,
    note: null,
  },
  ForwardReferral: { to: party('AU-UNIT'), leg: ids.onward, reason: 'NOT_COMPETENT_TERRITORY', note: null },
  WithdrawReferral: { reason: 'FACTS_DISPROVED', note: null },
  ExpireReferral: {},
  StartWork: {},
  SuspendWork: { reason: 'OWN_PROCEEDINGS', reviewAt: NOW + 200 * DAY, note: null },
  ResumeWork: {},
  NotifyDelay: { reason: 'AWAIT_TRANSLATION', impossible: false, until: null, note: null },
  ReportOutcome: { outcomes: [outcome('SUSPECT_IDENTIFIED')], extraditionFlag: null, note: null },
  OfferHandover: { to: party('AU-UNIT'), leg: ids.onward, reason: null, note: null },
  CompleteHandover: { leg: ids.onward.routine },
  ReturnForward: { by: 'AU-UNIT', leg: ids.onward.routine, cause: 'REJECTED', reason: 'CAPACITY' },
  RequestWithdrawal: { reason: 'VICTIM_WITHDREW', note: null },
  ConfirmWithdrawal: {},
  DeclineWithdrawal: { reason: 'PROCEEDINGS_CONTINUE', note: null },
  CloseReferral: { reasons: ['OUTCOME_FINAL'] },
  ReopenReferral: { reason: 'NEW_INFORMATION', note: null },
  SupplementReferral: {
    part: null,
    additions: { ...nothingAdded, nexus: [{ country: 'AU', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }] },
    carried: null,
    note: null,
  },
  CorrectReferral: {
    ...nothingReplaced,
    part: null,
    reason: 'FACTUAL_ERROR',
    reference: 'CT-2026-1b',
    carried: null,
    note: null,
  },
  EnterPartInError: { part: ids.nobody, reason: 'WRONG_CASE', carried: null, note: null },
  EnterReferralInError: { reason: 'WRONG_PERSON', carried: null, note: null },
  RequestAccess: { purpose: 'INVESTIGATE', extent: 'STATE_AND_OUTCOME', note: null },
  GrantAccess: { requester: 'GB-NCP', extent: 'CASE', until: NOW + 200 * DAY, note: null },
  RefuseAccess: { requester: 'GB-NCP', reason: 'HARMS_INVESTIGATION', note: null },
  RequestTransfer: { reason: 'MOST_VICTIMS', note: null },
  ApproveTransfer: { to: party('GB-NCP'), leg: ids.onward, note: null },
  RefuseTransfer: { requester: 'GB-NCP', reason: 'HARMS_INVESTIGATION', note: null },
  OpenConsultation: { countries: ['PH', 'GB'], bases: ['OFFENCE_PLACE', 'VICTIM_PRESENT'], carried: null, note: null },
  ConcludeConsultation: { result: 'LEAD_AGREED', lead: 'PH', carried: null, note: null },
  BundleReferral: { bundle: { bundle: ids.bundle, lead: ids.lead }, basis: 'VIRAL_DUPLICATE' },
  AdvanceEvidence: { reached: [{ step: 'AVAILABLE', agoMs: 0 }] },
};

const speakers: { readonly [Name in CommandName]?: string } = {
  RequestRelease: 'US-CLEAR',
  ApproveRelease: 'US-CLEAR',
  RefuseRelease: 'US-CLEAR',
  SubmitReferral: 'US-CLEAR',
  ProvideInformation: 'US-CLEAR',
  WithdrawReferral: 'US-CLEAR',
  ExpireReferral: 'BUS-CLOCK',
  CompleteHandover: 'BUS-POLICY',
  ReturnForward: 'BUS-POLICY',
  RequestWithdrawal: 'US-CLEAR',
  AdvanceEvidence: 'BUS-POLICY',
  SupplementReferral: 'US-CLEAR',
  CorrectReferral: 'US-CLEAR',
  EnterReferralInError: 'US-CLEAR',
  RequestAccess: 'GB-NCP',
  RequestTransfer: 'GB-NCP',
};

export interface Saying<Name extends CommandName> {
  readonly by?: string;
  readonly person?: string | null;
  readonly at?: number;
  readonly data?: Partial<CommandOf<Name>['data']>;
  readonly level?: EventData<'PrioritySet'>['level'];
}

/** The command with sound words, said by whom it is for, unless told otherwise. */
export function say<Name extends CommandName>(
  type: Name,
  { by = speakers[type] ?? 'PH-WCPC', person = 'p-1', at = NOW, data, level = 'P3' }: Saying<Name> = {},
): LegCommand {
  const submits = type === 'SubmitReferral' || type === 'RequestRelease' || type === 'ApproveRelease';
  return {
    type,
    meta: { actor: actor(by, person), now: at },
    data: { ...examples[type], ...data },
    ...(submits && { priority: { level, reasons: ['IDENTIFIED_SUSPECT'] } }),
  } as unknown as LegCommand;
}

export const firstRules = { set: 'referral', version: 1 };

/** An event as a sound command has it: the command's words, the speaker, and what is added. */
export function told<Name extends EventName>(type: Name, data: Omit<EventData<Name>, 'rules'> & { rules?: object }) {
  return { type, data: { rules: firstRules, ...data } } as unknown as LegEvent;
}
