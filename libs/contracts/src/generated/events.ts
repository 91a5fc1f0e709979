// Generated from schemas/ by `npm run schemas`. Do not edit.

/** Who acted, as the accepted token said. A person appears only as an opaque reference that the agency answers for. */
export interface Actor {
  /** Code of the acting agency. */
  agency: string;
  /** Role acted in (vocabulary 6); one a session. */
  role: string;
  /** ISO 3166-1 alpha-2 country of the agency. */
  country: string;
  /** OAuth client of the agency's system. */
  client: string;
  /** Opaque reference of the person, where one acted. */
  person: string | null;
}

/** Keyed digests of the idempotency key and of the request, so that a journal refilled from topics still knows both. Never the body. */
export interface CommandDigest {
  /** Id of the HMAC key that made both digests. */
  digestKey: string;
  /** HMAC-SHA-256 of agency and idempotency key. */
  key: Buffer;
  /** HMAC-SHA-256 of the canonical request. */
  request: Buffer;
  /** The time inside a UUIDv7 key: the window in which the key is remembered. Null for other keys. */
  keyTime: number | null;
}

/** What every event carries: its place in the log and who caused it. */
export interface Meta {
  /** UUIDv7 of the event. */
  eventId: string;
  /** The stream, as family/id: the referral leg, its escalation, an agency's access. */
  stream: string;
  /** The referral leg that it belongs to, whatever its stream; null where there is none. */
  leg: string | null;
  /** Partition number, the same in every topic. */
  lane: number;
  /** Place in the lane over all topics, from 1, gapless. */
  position: number;
  /** Place among the events of one command, from 1. */
  ordinal: number;
  /** How many events the command had. */
  of: number;
  /** Index = released ordinal of a topic; the position of that topic's last earlier event in this lane, 0 or absent for none. */
  after: number[];
  /** Leaf of position - 1; 32 zero bytes for the first of a lane. */
  previous: Buffer;
  /** Database time of acceptance, UTC; never goes back within a lane. */
  acceptedAt: number;
  /** Time that the sender claims, untrusted. */
  claimedAt: number | null;
  /** Who acted. */
  actor: Actor;
  /** Groups everything that one request caused. */
  correlation: string;
  /** The event that caused this one, where an event did. */
  causation: string | null;
  /** Digest of the command's key and request. */
  command: CommandDigest | null;
  /** True in exercises: never real work, counts or statistics. */
  synthetic: boolean;
}

export type AcceptanceScope = (typeof ACCEPTANCE_SCOPES)[number] | 'UNKNOWN';
export const ACCEPTANCE_SCOPES = [
  'FULL',
  'PARTIAL',
  'CONDITIONAL',
] as const;

/** Why a referral is refused, or taken on only in part or on conditions (reject_reason, vocabulary 2.6). */
export type Ground = (typeof GROUNDS)[number] | 'UNKNOWN';
export const GROUNDS = [
  'NOT_COMPETENT_TERRITORY',
  'NOT_COMPETENT_SUBJECT',
  'WRONG_RECIPIENT',
  'NO_LEGAL_BASIS',
  'NOT_AN_OFFENCE_HERE',
  'DUAL_CRIMINALITY_ABSENT',
  'NE_BIS_IN_IDEM',
  'TIME_BARRED',
  'AUTHORISATION_REFUSED',
  'IMMUNITY_OR_PRIVILEGE',
  'POLITICAL_OFFENCE',
  'ESSENTIAL_INTERESTS',
  'FUNDAMENTAL_RIGHTS',
  'DISPROPORTIONATE',
  'HARMS_INVESTIGATION',
  'ENDANGERS_PERSON',
  'DECONFLICTED',
  'INSUFFICIENT_INFO',
  'DUPLICATE',
  'DATA_NOT_HELD',
  'DATA_EXPIRED',
  'HANDLING_CANNOT_COMPLY',
  'CAPACITY',
  'PROHIBITED_CONTENT',
  'SIGNATURE_INVALID',
  'SCHEMA_INVALID',
  'STALE',
] as const;

/** The addressed agency takes the referral on. */
export interface ReferralAccepted {
  /** Place and cause. */
  meta: Meta;
  /** Code of the accepting agency. */
  by: string;
  /** How much is taken on. */
  scope: AcceptanceScope;
  /** Why only in part or on conditions; null when in full (vocabulary 2.4 I3). */
  reason: Ground | null;
}

/** A person or role at the addressed agency has seen the referral. Implies received. */
export interface ReferralAcknowledged {
  /** Place and cause; the actor names the person or role. */
  meta: Meta;
  /** Code of the acknowledging agency. */
  by: string;
}

/** The addressed agency's system has taken the referral in. A machine's word. */
export interface ReferralReceived {
  /** Place and cause. */
  meta: Meta;
  /** Code of the receiving agency. */
  by: string;
}

/** An agency in a role. */
export interface Party {
  /** Code of the agency. */
  agency: string;
  /** Role (vocabulary 6). */
  role: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** The addressed agency does not take the referral on. */
export interface ReferralRejected {
  /** Place and cause. */
  meta: Meta;
  /** Code of the refusing agency. */
  by: string;
  /** Coded ground (vocabulary 2.6). */
  reason: Ground;
  /** Partial or conditional acceptance was considered first; required for grounds A to C (vocabulary 2.5, 27(6)). */
  partialConsidered: boolean;
  /** Who is competent; required for WRONG_RECIPIENT. */
  suggested: Party | null;
  /** The referral that this one repeats; required for DUPLICATE. */
  duplicateOf: string | null;
}

/** A reporting company. */
export interface Reporter {
  /** Name of the company. */
  company: string;
  /** Role (vocabulary 6). */
  role: string;
}

export type OffenceType = (typeof OFFENCE_TYPES)[number] | 'UNKNOWN';
export const OFFENCE_TYPES = [
  'SEXUAL_ABUSE_CONTACT',
  'EXPLOIT_PROSTITUTION',
  'CSAM_PRODUCTION',
  'CSAM_OFFERING',
  'CSAM_DISTRIBUTION',
  'CSAM_PROCURING',
  'CSAM_POSSESSION',
  'CSAM_ACCESS',
  'PERFORMANCE',
  'CAUSE_TO_WITNESS',
  'SOLICITATION',
  'SEXUAL_EXTORTION',
  'TRAFFICKING',
  'TRAVEL_TOURISM',
  'COMMUNITY_FACILITATION',
  'ATTEMPT_AIDING',
  'OTHER_CSEA',
] as const;

export type Modifier = (typeof MODIFIERS)[number] | 'UNKNOWN';
export const MODIFIERS = [
  'GENERATIVE_AI',
  'LIVE_STREAMED',
  'SELF_GENERATED_CLAIMED',
  'FINANCIAL_EXTORTION',
  'CSAM_SOLICITED',
  'MINOR_TO_MINOR',
  'SADISTIC_ONLINE_EXPLOITATION',
  'POSITION_OF_TRUST',
  'FAMILY',
  'MULTIPLE_VICTIMS',
  'ORGANISED_GROUP',
  'VIRAL_OR_MEME',
  'SPAM',
  'KNOWN_MATERIAL',
  'FIRST_GENERATION',
  'END_TO_END_ENCRYPTED',
] as const;

/** Type, circumstances and time of the incident. */
export interface Incident {
  /** vocabulary 5.3. */
  offenceType: OffenceType;
  /** vocabulary 5.3. */
  modifiers: Modifier[];
  /** When it happened, UTC, as reported. */
  occurredAt: number | null;
  /** IANA time zone in which that time was reported. */
  zone: string | null;
}

export type FileKind = (typeof FILE_KINDS)[number] | 'UNKNOWN';
export const FILE_KINDS = [
  'IMAGE',
  'VIDEO',
  'AUDIO',
  'CHAT_LOG',
  'DOCUMENT',
  'OTHER',
] as const;

/** A count of files of one kind. */
export interface FileCount {
  /** Kind of file. */
  kind: FileKind;
  /** How many. */
  count: number;
}

export type NexusBasis = (typeof NEXUS_BASISES)[number] | 'UNKNOWN';
export const NEXUS_BASISES = [
  'OFFENCE_PLACE',
  'SHIP_FLAG',
  'AIRCRAFT_REG',
  'SUSPECT_NATIONALITY',
  'SUSPECT_HABITUAL_RESIDENCE',
  'SUSPECT_PRESENT',
  'VICTIM_NATIONALITY',
  'VICTIM_HABITUAL_RESIDENCE',
  'VICTIM_PRESENT',
  'PROVIDER_ESTABLISHED',
  'DATA_LOCATION',
  'PAYMENT_DESTINATION',
] as const;

export type Confidence = (typeof CONFIDENCES)[number] | 'UNKNOWN';
export const CONFIDENCES = [
  'LOW',
  'MEDIUM',
  'HIGH',
] as const;

/** A link to a country. */
export interface Nexus {
  /** ISO 3166-1 alpha-2, or XK, XX, XZ. */
  country: string;
  /** vocabulary 3.4. */
  basis: NexusBasis;
  /** How sure the sender is. */
  confidence: Confidence;
}

export type SubjectCategory = (typeof SUBJECT_CATEGORIES)[number] | 'UNKNOWN';
export const SUBJECT_CATEGORIES = [
  'SUSPECT',
  'CONVICTED',
  'VICTIM',
  'POSSIBLE_VICTIM',
  'WITNESS',
  'INFORMATION_PROVIDER',
  'CONTACT_OR_ASSOCIATE',
  'REPORTER',
  'PROFESSIONAL',
  'CHILD_OF_CONCERN',
  'UNKNOWN_ROLE',
] as const;

/** Personal data under a key of its own (AES-256-GCM; associated data = event id and field path). The key is in the vault, never in the log. */
export interface Sealed {
  /** The data key of (origin referral, subject, field group). */
  keyId: string;
  /** A256GCM. */
  algorithm: string;
  /** 96 bits, once. */
  nonce: Buffer;
  /** Ciphertext with its tag at the end. */
  ciphertext: Buffer;
}

/** One person in one role; nothing readable without the vault. */
export interface Subject {
  /** Pseudonym of the person within the origin referral. */
  subject: string;
  /** vocabulary 4.5. */
  category: SubjectCategory;
  /** Identity and contact. */
  identityAndContact: Sealed | null;
  /** Accounts, addresses, devices. */
  onlineIdentifiers: Sealed | null;
  /** Nationality, habitual residence, presence, apart from each other. */
  location: Sealed | null;
  /** Facts about the person in this case. */
  caseFacts: Sealed | null;
  /** Health and other special categories. */
  special: Sealed | null;
}

/** A sender hands a case to an agency. Opens the leg (vocabulary 2.3). */
export interface ReferralSubmitted {
  /** Place and cause. */
  meta: Meta;
  /** Sender. */
  from: Party;
  /** Addressed agency. */
  to: Party;
  /** The sender's own administrative reference. */
  reference: string | null;
  /** The company that reported, where one did. */
  reporter: Reporter | null;
  /** What is reported, in codes only. */
  incident: Incident;
  /** How many files the sender holds, by kind. Counts only: no file, no digest of one. */
  files: FileCount[];
  /** Why a country is concerned (vocabulary 3.4). */
  nexus: Nexus[];
  /** The persons concerned, each part sealed by field group. Empty until sealing exists. */
  subjects: Subject[];
}

export type Side = (typeof SIDES)[number] | 'UNKNOWN';
export const SIDES = [
  'SENDER',
  'RECEIVER',
] as const;

export type Priority = (typeof PRIORITIES)[number] | 'UNKNOWN';
export const PRIORITIES = [
  'P1',
  'P2',
  'P3',
  'P4',
] as const;

export type PriorityReason = (typeof PRIORITY_REASONS)[number] | 'UNKNOWN';
export const PRIORITY_REASONS = [
  'LIFE_THREAT',
  'SELF_HARM_RISK',
  'LIVE_ABUSE',
  'MEETING_ARRANGED',
  'CHILD_MISSING',
  'EXTORTION_ACTIVE',
  'CONTACT_ACCESS',
  'ONGOING_ABUSE_SIGNS',
  'REPEAT_OFFENDER',
  'TRAVEL_IMMINENT',
  'EVIDENCE_LOSS',
  'MULTIPLE_VICTIMS',
  'VULNERABLE_CHILD',
  'IDENTIFIED_SUSPECT',
  'IDENTIFIED_VICTIM',
  'KNOWN_MATERIAL_ONLY',
  'NO_IDENTIFIERS',
  'INFORMATIONAL',
] as const;

/** A party states the priority of a leg with its reasons. Both parties' values are kept; the higher drives (vocabulary 1.4 R1.1). */
export interface PrioritySet {
  /** Place and cause. */
  meta: Meta;
  /** Which party said so. */
  side: Side;
  /** Code of the agency. */
  by: string;
  /** vocabulary 1.3. */
  level: Priority;
  /** vocabulary 1.4. */
  reasons: PriorityReason[];
  /** Version of the rules that it was judged by. */
  rules: string;
}

/** An illegal command was answered with its code. The refused content is not here. */
export interface CommandRefused {
  /** Place and cause; the actor is who was refused. */
  meta: Meta;
  /** Name of the command, such as AcceptReferral. */
  command: string;
  /** The referral that it was for, where the caller may know of it. */
  target: string | null;
  /** Stable code of the refusal. */
  code: string;
  /** Codes and ids that explain the refusal. */
  details: Record<string, string>;
}

/** Each event by its name; `meta` comes first in all of them. */
export interface EventRecords {
  ReferralAccepted: ReferralAccepted;
  ReferralAcknowledged: ReferralAcknowledged;
  ReferralReceived: ReferralReceived;
  ReferralRejected: ReferralRejected;
  ReferralSubmitted: ReferralSubmitted;
  PrioritySet: PrioritySet;
  CommandRefused: CommandRefused;
}
