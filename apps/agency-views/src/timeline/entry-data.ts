import type { ClosedDesk, CrossBorder, EventData, EventName, Party, RecordedEvent } from '#libs/contracts';
import type { JsonValue } from '#libs/projections';
import { crossBorderOf, evidenceOf, filesOf, isoOf, isoOrNull, nexusOf, outcomesOf, partyOf } from '../plain.js';

/**
 * What a timeline shows of each event beside who said it, when and by which rule. A field that is not listed is not shown:
 * nothing of a person's sealed parts, no digest of what is released, and of a submission only whom it is for.
 */
const shown: { readonly [Name in EventName]?: readonly (keyof EventData<Name>)[] } = {
  ReleaseRequested: ['to', 'reference', 'priority'],
  ReleaseRefused: ['reason', 'note'],
  ReferralSubmitted: ['to', 'parent', 'hop', 'bundle', 'priorityStanding', 'waiverJudgedBy', 'obligation'],
  PrioritySet: ['side', 'level', 'reasons'],
  PriorityChanged: [
    ...(['side', 'previous', 'level', 'driving', 'reasons', 'lowering', 'status'] as const),
    ...(['approves', 'resolves', 'note'] as const),
  ],
  PriorityDisputed: ['change', 'previous', 'driving', 'reasons', 'note'],
  DeadlineWarned: ['duty', 'level', 'countedFrom', 'dueAt', 'responsible'],
  DeadlineMissed: ['duty', 'level', 'levelSince', 'countedFrom', 'dueAt', 'responsible', 'cause'],
  EscalationRaised: ['step', 'cause', 'level', 'countedFrom', 'dueAt', 'to', 'unfilled', 'closed'],
  OnwardRefused: ['holder', 'to', 'cause', 'level', 'limit', 'originCountry', 'contacts', 'unfilled'],
  OnwardRefusalAnswered: ['causes', 'reply', 'competent', 'contacts', 'note'],
  EscalationAnswered: ['step', 'cause', 'reply', 'note'],
  VoiceContactRecorded: ['at', 'to', 'result', 'note'],
  SafeguardingNotified: ['measure', 'country', 'service', 'note'],
  SafeguardingConfirmed: ['notified', 'result', 'note'],
  PreservationRequested: [
    ...(['authority', 'offence', 'facts', 'data', 'custodian', 'location', 'necessity'] as const),
    ...(['followUp', 'crossBorder', 'wantedUntil', 'note'] as const),
  ],
  PreservationConfirmed: ['request', 'until', 'reference', 'note'],
  PreservationExpiring: ['request', 'level', 'expiresAt', 'daysLeft', 'responsible'],
  PreservationReleased: ['request', 'reason', 'note'],
  InformationRequested: ['types', 'wantedBy', 'note'],
  InformationProvided: ['answered', 'unavailable', 'additions', 'note', 'waiverJudgedBy', 'obligation'],
  EvidenceAdvanced: ['steps'],
  ReferralAccepted: ['scope', 'reason', 'conditions', 'note'],
  ReferralRejected: ['reason', 'partialConsidered', 'suggested', 'duplicateOf', 'note'],
  ReferralForwarded: ['to', 'leg', 'hop', 'handover', 'reason', 'note', 'obligation'],
  HandoverOffered: ['to', 'leg', 'hop', 'reason', 'note', 'obligation'],
  ForwardReturned: ['by', 'leg', 'cause', 'reason', 'offer'],
  WorkSuspended: ['reason', 'reviewAt', 'note'],
  DelayNotified: ['reason', 'impossible', 'until', 'note'],
  OutcomeReported: ['outcomes', 'extraditionFlag', 'note', 'obligation'],
  ReferralClosed: ['reasons', 'silentSince'],
  ReferralReopened: ['reason', 'note'],
  ReferralWithdrawn: ['reason', 'note'],
  WithdrawalRequested: ['reason', 'note'],
  WithdrawalDeclined: ['reason', 'note'],
  ReferralExpired: ['priority', 'silentSince', 'dueAt'],
  Supplemented: ['part', 'version', 'additions', 'carried', 'note', 'waiverJudgedBy', 'obligation'],
  Corrected: [
    'part',
    'version',
    'reason',
    'reference',
    'reporter',
    'incident',
    'modifiers',
    'files',
    'nexus',
    'evidence',
    'crossBorder',
    'outcomes',
    'carried',
    'note',
    'waiverJudgedBy',
    'obligation',
  ],
  EnteredInError: ['part', 'reason', 'carried', 'note'],
  AccessRequested: ['requester', 'purpose', 'extent', 'note'],
  AccessGranted: ['requester', 'extent', 'until', 'note'],
  AccessRefused: ['requester', 'reason', 'note'],
  TransferRequested: ['requester', 'reason', 'note'],
  TransferApproved: ['requester', 'leg', 'note'],
  TransferRefused: ['requester', 'reason', 'note'],
  JurisdictionConsultationOpened: ['opener', 'countries', 'bases', 'contacts', 'unfilled', 'carried', 'note'],
  JurisdictionConsultationConcluded: ['result', 'lead', 'contacts', 'carried', 'note'],
  ReferralsBundled: ['bundle', 'basis'],
};

/** Came later: left out where it was not recorded, so that entries of before are built anew as they stand. */
const later: ReadonlySet<string> = new Set([
  ...['priorityStanding', 'closed', 'waiverJudgedBy', 'obligation', 'contacts', 'unfilled'],
]);
/** The same of these events; what else is carried always said so. */
const laterCarried: ReadonlySet<EventName> = new Set([
  'JurisdictionConsultationOpened',
  'JurisdictionConsultationConcluded',
] as const);

/** The shown fields as JSON: times in ISO 8601, days as dates, digests in hex. */
export function entryData({ type, data }: RecordedEvent): { readonly [name: string]: JsonValue } {
  const fields: readonly string[] = shown[type] ?? [];
  const values = data as unknown as Readonly<Record<string, unknown>>;
  const cameLater = (name: string): boolean => later.has(name) || (name === 'carried' && laterCarried.has(type));
  const recorded = fields.filter((name) => !cameLater(name) || values[name] !== null);
  return Object.fromEntries(recorded.map((name) => [name, plain(name, values[name])]));
}

const TIMES = [
  ...['wantedBy', 'reviewAt', 'until', 'silentSince', 'dueAt', 'at', 'levelSince', 'countedFrom', 'expiresAt'],
  'wantedUntil',
];

const records: Readonly<Record<string, (value: never) => JsonValue>> = {
  to: (value: Party | readonly Party[]) => (Array.isArray(value) ? value.map(partyOf) : partyOf(value as Party)),
  responsible: partyOf,
  holder: partyOf,
  contacts: (value: readonly Party[]) => value.map(partyOf),
  service: partyOf,
  authority: partyOf,
  suggested: partyOf,
  competent: partyOf,
  opener: partyOf,
  files: filesOf,
  nexus: nexusOf,
  evidence: evidenceOf,
  outcomes: outcomesOf,
  // of a preservation, whether it crosses a border at all
  crossBorder: (value: CrossBorder | boolean) => (typeof value === 'boolean' ? value : crossBorderOf(value)),
  closed: (desks: readonly ClosedDesk[]) =>
    desks.map(({ desk, opensAt }) => ({
      ...{ agency: desk.agency, role: desk.role, country: desk.country },
      opensAt: isoOrNull(opensAt),
    })),
  steps: (steps: EventData<'EvidenceAdvanced'>['steps']) =>
    steps.map(({ step, at, dueAt }) => ({ step, at: isoOrNull(at), dueAt: isoOrNull(dueAt) })),
  additions: ({ modifiers, files, nexus, evidence, crossBorder }: EventData<'Supplemented'>['additions']) => ({
    modifiers,
    files: filesOf(files),
    nexus: nexusOf(nexus),
    evidence: evidenceOf(evidence),
    crossBorder: crossBorderOf(crossBorder),
  }),
  incident: ({ offenceType, modifiers, occurredAt, zone }: EventData<'ReferralSubmitted'>['incident']) => ({
    offenceType,
    modifiers,
    occurredAt: occurredAt === null ? null : isoOf(occurredAt),
    zone,
  }),
  ...Object.fromEntries(TIMES.map((name) => [name, isoOf])),
};

function plain(name: string, value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  const record = records[name];
  if (record) return record(value as never);
  // A requester is an agency's code once it was asked for, and the agency with its role when it asks.
  return (typeof value === 'object' && !Array.isArray(value) ? { ...value } : value) as JsonValue;
}
