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

/** How far access goes. Personal data needs a disclosure of its own in either case. Proposed here. */
export type AccessExtent = (typeof ACCESS_EXTENTS)[number] | 'UNKNOWN';
export const ACCESS_EXTENTS = [
  'STATE_AND_OUTCOME',
  'CASE',
] as const;

/** A set of rules in the version that something was judged by. */
export interface RuleRef {
  /** Name of the set, such as referral. */
  set: string;
  /** Its version, from 1. */
  version: number;
}

/** The receiver opens the case to an agency that asked, for a time. What was said before is opened too. */
export interface AccessGranted {
  /** Place and cause. */
  meta: Meta;
  /** Code of the granting agency. */
  by: string;
  /** Code of the agency that may see the case. */
  requester: string;
  /** How much it may see. */
  extent: AccessExtent;
  /** When the grant lapses by itself, UTC. */
  until: number;
  /** Opaque reference to the granting agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that set how long a grant may be. */
  rules: RuleRef | null;
}

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

/** The receiver does not open the case to an agency that asked. */
export interface AccessRefused {
  /** Place and cause. */
  meta: Meta;
  /** Code of the refusing agency. */
  by: string;
  /** Code of the agency that asked. */
  requester: string;
  /** Coded ground (vocabulary 2.6). */
  reason: Ground;
  /** Opaque reference to the refusing agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
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

/** What something is asked or used for (vocabulary 4.6). */
export type Purpose = (typeof PURPOSES)[number] | 'UNKNOWN';
export const PURPOSES = [
  'SAFEGUARD_CHILD',
  'PREVENT',
  'DETECT',
  'INVESTIGATE',
  'PROSECUTE',
  'EXECUTE_PENALTY',
  'CRIMINAL_PROCEEDINGS_SUPPORT',
  'VICTIM_SUPPORT',
  'CONTENT_REMOVAL',
  'DECONFLICTION',
  'STATISTICS',
  'AUDIT',
] as const;

/** An agency that is no party asks to see the case. It does not learn by that whether the case exists. */
export interface AccessRequested {
  /** Place and cause. */
  meta: Meta;
  /** Who asks, in which role. */
  requester: Party;
  /** What for (vocabulary 4.6). */
  purpose: Purpose;
  /** How much. */
  extent: AccessExtent;
  /** Opaque reference to the asking agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** Why something is corrected. Proposed here. */
export type CorrectionReason = (typeof CORRECTION_REASONS)[number] | 'UNKNOWN';
export const CORRECTION_REASONS = [
  'FACTUAL_ERROR',
  'FACTS_CHANGED',
  'RECTIFICATION_REQUESTED',
  'TRANSLATION_ERROR',
] as const;

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

/** What a piece of evidence is. Only LEGAL_ORDER, PRESERVATION_LETTER, CONSENT_FORM, TRANSLATION and CASE_DOCUMENT may have a digest. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number] | 'UNKNOWN';
export const EVIDENCE_KINDS = [
  'IMAGE',
  'VIDEO',
  'AUDIO',
  'CHAT_LOG',
  'DEVICE_DATA',
  'ACCOUNT_DATA',
  'LEGAL_ORDER',
  'PRESERVATION_LETTER',
  'CONSENT_FORM',
  'TRANSLATION',
  'CASE_DOCUMENT',
  'OTHER',
] as const;

/** A piece of evidence by reference. It stays with its holder and never travels on the bus. */
export interface Evidence {
  /** Opaque reference by which its holder finds it: letters, digits and . _ : / - only, never a file's name or a description. */
  reference: string;
  /** What it is. */
  kind: EvidenceKind;
  /** Code of the agency that holds it. */
  holder: string;
  /** Media type without parameters, such as application/pdf. */
  mediaType: string | null;
  /** Bytes. */
  size: number | null;
  /** SHA-256 of a document of an allowed kind and media type. Always null for image, video, audio and chat. */
  sha256: Buffer | null;
}

/** In which way more than one country is concerned (cross_border_type, vocabulary 3.4). */
export type CrossBorderType = (typeof CROSS_BORDER_TYPES)[number] | 'UNKNOWN';
export const CROSS_BORDER_TYPES = [
  'VICTIM_AND_SUSPECT_DIFFERENT_STATES',
  'VICTIM_COMPLAINT_IN_RESIDENCE_STATE',
  'TRAVELLING_SUSPECT',
  'MULTI_STATE_VICTIMS',
  'PROVIDER_ABROAD',
] as const;

/** Whether the conduct is an offence in both countries; tested by conduct, not name (dual_criminality, vocabulary 3.4). */
export type DualCriminality = (typeof DUAL_CRIMINALITIES)[number] | 'UNKNOWN';
export const DUAL_CRIMINALITIES = [
  'NOT_REQUIRED',
  'MET',
  'NOT_MET',
  'UNDETERMINED',
  'RESERVED_29_4',
] as const;

/** Why dual criminality is not required. Proposed here: the vocabulary asks for the reason and lists none. */
export type DualCriminalityWaiver = (typeof DUAL_CRIMINALITY_WAIVERS)[number] | 'UNKNOWN';
export const DUAL_CRIMINALITY_WAIVERS = [
  'LANZAROTE_25_4',
  'BUDAPEST_29_3',
  'OTHER_INSTRUMENT',
  'NATIONAL_LAW',
] as const;

/** Where extradition stands (extradition_flag, vocabulary 3.4). A flag only: the request stays in judicial channels. */
export type ExtraditionFlag = (typeof EXTRADITION_FLAGS)[number] | 'UNKNOWN';
export const EXTRADITION_FLAGS = [
  'NONE',
  'MAY_BE_NEEDED',
  'PROVISIONAL_ARREST_SOUGHT',
  'REQUESTED',
  'GRANTED',
  'REFUSED_NATIONALITY',
  'REFUSED_OTHER',
  'SURRENDERED',
] as const;

/** Facts of the case as a whole across borders. What belongs to one person is sealed with that person. */
export interface CrossBorder {
  /** vocabulary 3.4; several may apply. */
  types: CrossBorderType[];
  /** vocabulary 3.4; null: nothing said. */
  dualCriminality: DualCriminality | null;
  /** Why it is not required; given with NOT_REQUIRED and never otherwise. */
  dualCriminalityWaiver: DualCriminalityWaiver | null;
  /** vocabulary 3.4; null: nothing said. REFUSED_NATIONALITY obliges to prosecute or report (vocabulary 2.5, 24(6)). */
  extraditionFlag: ExtraditionFlag | null;
  /** True when the countries concerned draw the age of a child differently for this offence (vocabulary 3.4). */
  childDefinitionConflict: boolean | null;
}

/** What came of a referral (outcome, vocabulary 2.6). */
export type Outcome = (typeof OUTCOMES)[number] | 'UNKNOWN';
export const OUTCOMES = [
  'CHILD_SAFEGUARDED',
  'CHILD_IDENTIFIED',
  'CHILD_LOCATED_ABROAD',
  'SUSPECT_IDENTIFIED',
  'SUSPECT_ARRESTED',
  'CHARGED',
  'CONVICTED',
  'ACQUITTED',
  'CONTENT_REMOVED',
  'ACCOUNT_ACTIONED',
  'EVIDENCE_PRESERVED',
  'LINKED_TO_EXISTING',
  'INTELLIGENCE_ONLY',
  'NO_OFFENCE',
  'UNFOUNDED',
  'UNABLE_TO_IDENTIFY',
  'NOT_PURSUED',
] as const;

/** How sure a statement is (info_credibility, vocabulary 4.4). */
export type Accuracy = (typeof ACCURACIES)[number] | 'UNKNOWN';
export const ACCURACIES = [
  'CONFIRMED',
  'DIRECT_KNOWLEDGE',
  'CORROBORATED',
  'UNCORROBORATED',
  'IMPROBABLE',
] as const;

/** One outcome with its date and an accuracy mark (vocabulary 2.6). */
export interface ReportedOutcome {
  /** vocabulary 2.6. */
  outcome: Outcome;
  /** The day on which it came about, where the reporting agency is. */
  on: number;
  /** vocabulary 4.4. */
  accuracy: Accuracy;
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
  /** Places and addresses. Nationality, habitual residence and presence have parts of their own. */
  location: Sealed | null;
  /** Facts about the person in this case. */
  caseFacts: Sealed | null;
  /** Health and other special categories. */
  special: Sealed | null;
  /** Nationalities, repeatable inside. Never filled from residence or presence (vocabulary 3.4). */
  nationality: Sealed | null;
  /** Habitual residences, repeatable inside. Never filled from nationality or presence (vocabulary 3.4). */
  habitualResidence: Sealed | null;
  /** Present locations, repeatable inside; a location that comes from an address on a network has low confidence (vocabulary 3.4). */
  presence: Sealed | null;
  /** Age status (vocabulary 3.4). Unknown age is treated as a child (vocabulary 1.4 R1.6). */
  ageStatus: Sealed | null;
}

/** The statement on an earlier leg of the same case that this one passes on. */
export interface Carried {
  /** The earlier leg. */
  leg: string;
  /** The event there. */
  event: string;
}

/** What is owed before a case is closed (vocabulary 2.5). UNKNOWN is read as one that is owed. */
export type Obligation = (typeof OBLIGATIONS)[number] | 'UNKNOWN';
export const OBLIGATIONS = [
  'PROSECUTE_OR_REPORT',
] as const;

/** A party replaces what it said before. The earlier event stays; this one stands in its place (vocabulary 2.4 I7). Null: not replaced. */
export interface Corrected {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency whose words these are on this leg. */
  by: string;
  /** The event that is corrected; null: the submission of this leg. */
  part: string | null;
  /** Version that the named part has with this. The first statement is 1. */
  version: number;
  /** Why. */
  reason: CorrectionReason;
  /** The sender's own administrative reference. Of the submission only. */
  reference: string | null;
  /** The reporting company. Of the submission only. */
  reporter: Reporter | null;
  /** Of the submission only. */
  incident: Incident | null;
  /** Of an addition only; those of the submission stand in its incident. */
  modifiers: Modifier[] | null;
  /** The whole list, instead of the earlier one. */
  files: FileCount[] | null;
  /** The whole list, instead of the earlier one. */
  nexus: Nexus[] | null;
  /** The whole list, instead of the earlier one. */
  evidence: Evidence[] | null;
  /** The whole record, instead of the earlier one. */
  crossBorder: CrossBorder | null;
  /** The whole list, instead of the earlier one. Of a reported outcome only. */
  outcomes: ReportedOutcome[] | null;
  /** The whole list, instead of the earlier one, sealed. Null until sealing exists. */
  subjects: Subject[] | null;
  /** Set when the bus passes on what was corrected on an earlier leg. */
  carried: Carried | null;
  /** Opaque reference to the correcting agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
  /** Status of the treaty by which the waiver of dual criminality that is claimed here was judged (vocabulary 3.2 R3.1). Null where none is claimed, and in what was written before it was judged. */
  waiverJudgedBy: RuleRef | null;
  /** Obligation that the part makes as corrected: who refuses extradition for nationality prosecutes, or reports the final outcome (Budapest 24(6), vocabulary 2.5). Null where it makes none, and in what was written before it was recorded: the extradition flag told then. */
  obligation: Obligation | null;
}

/** Why work rests or is late (hold_reason, vocabulary 2.6). */
export type HoldReason = (typeof HOLD_REASONS)[number] | 'UNKNOWN';
export const HOLD_REASONS = [
  'OWN_PROCEEDINGS',
  'AWAIT_AUTHORISATION',
  'AWAIT_INFO',
  'AWAIT_TRANSLATION',
  'AWAIT_OTHER_COUNTRY',
  'DECONFLICTION',
] as const;

/** The receiver warns the sender that it will be late, or cannot act at all (Budapest 27(7), vocabulary 2.5). */
export interface DelayNotified {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** vocabulary 2.6. */
  reason: HoldReason;
  /** True when it cannot act at all, false when it is late. */
  impossible: boolean;
  /** When it expects to act, UTC; null when it cannot say or will not act. */
  until: number | null;
  /** Opaque reference to the receiver's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** Why something should not have been said. Proposed here. */
export type ErrorReason = (typeof ERROR_REASONS)[number] | 'UNKNOWN';
export const ERROR_REASONS = [
  'WRONG_CASE',
  'WRONG_PERSON',
  'DUPLICATE_ENTRY',
  'TEST_ENTRY',
  'PROHIBITED_CONTENT',
] as const;

/** What was said should never have been said here. It stays in the log and counts no more. */
export interface EnteredInError {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency whose words they were on this leg. */
  by: string;
  /** The event that counts no more, the state stays; null: the submission, and with it the whole leg. */
  part: string | null;
  /** Why. */
  reason: ErrorReason;
  /** Set when the bus passes on what was entered in error on an earlier leg. */
  carried: Carried | null;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** How far a referral got on its way to the receiver, beyond its acceptance by the bus (features A8). RELAYED: read back from the log. AVAILABLE: the receiver could read it. RETRIEVED: the receiver has fetched it. */
export type DeliveryStep = (typeof DELIVERY_STEPS)[number] | 'UNKNOWN';
export const DELIVERY_STEPS = [
  'RELAYED',
  'AVAILABLE',
  'RETRIEVED',
] as const;

/** What is known of one step of the delivery. */
export interface StepEvidence {
  /** The step. */
  step: DeliveryStep;
  /** When it was reached at the latest, UTC: a later step shows the earlier ones. Null: its time passed, and it was not known to be reached. */
  at: number | null;
  /** By when it was to be reached, UTC; reached later it is late. Null where the rules set no time. */
  dueAt: number | null;
}

/** Evidence of delivery (features A8, A9): steps that were reached, or whose time passed. Nothing takes a step back. */
export interface EvidenceAdvanced {
  /** Place and cause. */
  meta: Meta;
  /** In the order of the way, each once: either all reached or all missed. */
  steps: StepEvidence[];
  /** Rules that set the times. */
  rules: RuleRef | null;
}

/** How the onward leg ended. Proposed here. */
export type ReturnCause = (typeof RETURN_CAUSES)[number] | 'UNKNOWN';
export const RETURN_CAUSES = [
  'REJECTED',
  'EXPIRED',
  'WITHDRAWN',
  'ENTERED_IN_ERROR',
  'UNDELIVERABLE',
] as const;

/** What went on comes back: the onward leg ended without a holder. A forwarded leg is its agency's again; an offered hand-over is over. */
export interface ForwardReturned {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency that the onward leg was sent to. */
  by: string;
  /** The onward leg. */
  leg: string;
  /** How it ended there. */
  cause: ReturnCause;
  /** The ground of the refusal there; null unless it was rejected. */
  reason: Ground | null;
  /** True when a hand-over was only on offer, so that the state stays as it was. */
  offer: boolean;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

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

/** The holder of a case that is in work offers it to another agency. The state stays until that agency has accepted its leg. */
export interface HandoverOffered {
  /** Place and cause. */
  meta: Meta;
  /** Code of the offering agency. */
  by: string;
  /** Who is to take the case on, with role and country (vocabulary 2.4 I2). */
  to: Party;
  /** Id that the onward leg has or will have. */
  leg: string;
  /** Which hop of the case the onward leg is, from 1. */
  hop: number;
  /** The level that drives this leg, with which the onward leg begins. */
  priority: Priority | null;
  /** The reasons of that level. */
  priorityReasons: PriorityReason[];
  /** Why the agency hands over, where it says so. */
  reason: Ground | null;
  /** Opaque reference to the offering agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that set the limit of hops. */
  rules: RuleRef | null;
  /** Obligation that stands as the case goes on, under which the onward leg begins (Budapest 24(6), vocabulary 2.5). Null where none stands, and in what was written before it was recorded. */
  obligation: Obligation | null;
}

/** What is asked for (info_request_type, vocabulary 2.6). */
export type InfoRequestType = (typeof INFO_REQUEST_TYPES)[number] | 'UNKNOWN';
export const INFO_REQUEST_TYPES = [
  'IDENTIFIER',
  'LOCATION',
  'TIME',
  'LEGAL_DOCUMENT',
  'TRANSLATION',
  'PRESERVATION_STATUS',
  'VICTIM_STATUS',
  'SOURCE_EVALUATION',
  'OTHER',
] as const;

/** What a party adds to a case. Empty lists and null: nothing added of that sort. */
export interface Additions {
  /** vocabulary 5.3. */
  modifiers: Modifier[];
  /** Further files that the sender holds, by kind. Counts only. */
  files: FileCount[];
  /** Further links to countries. */
  nexus: Nexus[];
  /** Further evidence, by reference. */
  evidence: Evidence[];
  /** Facts across borders as they stand now; what it leaves out stays as it was. */
  crossBorder: CrossBorder | null;
  /** Further persons, or further parts of known ones, sealed. Empty until sealing exists. */
  subjects: Subject[];
}

/** The sender answers a request for information, item by item. */
export interface InformationProvided {
  /** Place and cause. */
  meta: Meta;
  /** Code of the answering agency. */
  by: string;
  /** What is answered, by the additions here or by the note. */
  answered: InfoRequestType[];
  /** What the sender cannot give. */
  unavailable: InfoRequestType[];
  /** What is added to the case. */
  additions: Additions;
  /** Opaque reference to the sender's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
  /** Status of the treaty by which the waiver of dual criminality that is claimed here was judged (vocabulary 3.2 R3.1). Null where none is claimed, and in what was written before it was judged. */
  waiverJudgedBy: RuleRef | null;
  /** Obligation that this statement makes: who refuses extradition for nationality prosecutes, or reports the final outcome (Budapest 24(6), vocabulary 2.5). Null where it makes none, and in what was written before it was recorded: the extradition flag told then. */
  obligation: Obligation | null;
}

/** The receiver asks the sender for what it needs to decide (vocabulary 2.3). */
export interface InformationRequested {
  /** Place and cause. */
  meta: Meta;
  /** Code of the asking agency. */
  by: string;
  /** What is asked for; at least one. */
  types: InfoRequestType[];
  /** By when the receiver asks for it, UTC. A wish: nothing expires by it. */
  wantedBy: number | null;
  /** Opaque reference to the receiver's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** What countries agreed on; after the conflict results of vocabulary 7.2. */
export type ConsultationResult = (typeof CONSULTATION_RESULTS)[number] | 'UNKNOWN';
export const CONSULTATION_RESULTS = [
  'LEAD_AGREED',
  'JOINT_CASE',
  'PARALLEL_WITH_COORDINATION',
  'ONE_STOPS',
  'NO_AGREEMENT',
] as const;

/** The consultation on jurisdiction has a result. */
export interface JurisdictionConsultationConcluded {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency that states it; of what is carried, the sender of this leg, in whose name it is told. */
  by: string;
  /** What was agreed. */
  result: ConsultationResult;
  /** Country that leads, ISO 3166-1 alpha-2; with LEAD_AGREED and never otherwise. */
  lead: string | null;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
  /** Who is told for the countries that consulted: whoever holds that role there by now. Null on events from before they were told, and on what is carried: they have been told. */
  contacts: Party[] | null;
  /** The contacts, the opener and who states it, as far as they are no party to the leg. Null as above. */
  audience: string[] | null;
  /** Set when the bus passes on the result of a consultation of an earlier leg: where that was said first, however many hops before. It ends none of this leg. Opening and result of one consultation name the same leg. */
  carried: Carried | null;
}

/** Several countries claim, or may claim, jurisdiction: they are to consult (Budapest 22(5), Lanzarote 25(8)). */
export interface JurisdictionConsultationOpened {
  /** Place and cause. */
  meta: Meta;
  /** Who opens it: a party of the leg, or a contact of a country concerned; of what is carried, of the leg that it was said on. */
  opener: Party;
  /** Countries that are to consult, ISO 3166-1 alpha-2; at least two. */
  countries: string[];
  /** What their claims rest on (vocabulary 3.4). */
  bases: NexusBasis[];
  /** Opaque reference to the opening agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
  /** Who is told for the countries: of each, whoever holds the first of the roles NCP_LE, CENTRAL_AUTH, PROSECUTOR, POC_247 that anybody holds there. Null on events from before they were told, and on what is carried: they have been told. */
  contacts: Party[] | null;
  /** Countries of these in which nobody holds such a role; null as above. */
  unfilled: string[] | null;
  /** The contacts and the opener, as far as they are no party to the leg: they may know of it from here on. Null as above. */
  audience: string[] | null;
  /** Set when the bus passes on what was opened on an earlier leg: where that was said first, however many hops before. It opens nothing on this leg. */
  carried: Carried | null;
}

/** The receiver tells what came of the referral. Repeatable; nothing is closed without it (vocabulary 2.3). */
export interface OutcomeReported {
  /** Place and cause. */
  meta: Meta;
  /** Code of the reporting agency. */
  by: string;
  /** At least one; several may apply. */
  outcomes: ReportedOutcome[];
  /** Where extradition stands now; null: nothing said. */
  extraditionFlag: ExtraditionFlag | null;
  /** Opaque reference to the receiver's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
  /** Obligation that this statement makes: who refuses extradition for nationality prosecutes, or reports the final outcome (Budapest 24(6), vocabulary 2.5). Null where it makes none, and in what was written before it was recorded: the extradition flag told then. */
  obligation: Obligation | null;
}

export type AcceptanceScope = (typeof ACCEPTANCE_SCOPES)[number] | 'UNKNOWN';
export const ACCEPTANCE_SCOPES = [
  'FULL',
  'PARTIAL',
  'CONDITIONAL',
] as const;

/** What may not be done with a case, or is to be asked first (vocabulary 4.3). */
export type HandlingCondition = (typeof HANDLING_CONDITIONS)[number] | 'UNKNOWN';
export const HANDLING_CONDITIONS = [
  'NO_COURT_USE',
  'NO_ONWARD',
  'NO_CONTACT_SUSPECT',
  'NO_CONTACT_PROVIDER',
  'NO_CONTACT_VICTIM_FAMILY',
  'CONFIDENTIAL_EXISTENCE',
  'CONSULT_BEFORE_ACTION',
  'LE_ONLY',
  'CHILD_PROTECTION_ONLY',
  'AGGREGATE_ONLY',
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
  /** Rules that it was judged by; null in what was written before every event named them. */
  rules: RuleRef | null;
  /** On what conditions, where CONDITIONAL; null otherwise, and in what was written before they were said (vocabulary 2.5, 27(6)). */
  conditions: HandlingCondition[] | null;
  /** Opaque reference to the agency's own note. Never text, and never in place of the ground (vocabulary 2.4 I3). */
  note: string | null;
}

/** A person or role at the addressed agency has seen the referral. Implies received. */
export interface ReferralAcknowledged {
  /** Place and cause; the actor names the person or role. */
  meta: Meta;
  /** Code of the acknowledging agency. */
  by: string;
  /** Rules that it was judged by; null in what was written before every event named them. */
  rules: RuleRef | null;
}

/** Why a case is closed. Proposed here; VICTIM_WITHDREW never stands alone (vocabulary 2.4 I5). */
export type CloseReason = (typeof CLOSE_REASONS)[number] | 'UNKNOWN';
export const CLOSE_REASONS = [
  'OUTCOME_FINAL',
  'NO_FURTHER_ACTION',
  'CONTINUED_ELSEWHERE',
  'VICTIM_WITHDREW',
  'RECEIVER_SILENT',
] as const;

/** The case is closed. An outcome was reported before. */
export interface ReferralClosed {
  /** Place and cause. */
  meta: Meta;
  /** Code of the closing agency: the receiver, or the sender after the receiver was silent (vocabulary 2.3). */
  by: string;
  /** At least one that is not VICTIM_WITHDREW (vocabulary 2.4 I5). */
  reasons: CloseReason[];
  /** The last act of the receiver, UTC, where the sender closes; null otherwise. */
  silentSince: number | null;
  /** Rules that set the time of silence, where the sender closes. */
  rules: RuleRef | null;
}

/** Nobody at the receiver acted in time. Never for P1 or P2 (vocabulary 2.3). */
export interface ReferralExpired {
  /** Place and cause. */
  meta: Meta;
  /** The level that drove the leg. */
  priority: Priority;
  /** The last act of the receiver, or the submission, UTC. */
  silentSince: number;
  /** When the time was over, UTC. */
  dueAt: number;
  /** Rules that set the time. */
  rules: RuleRef | null;
}

/** The case goes on to another agency, as a leg of its own. Its sender is told by this event, in the same transaction (Budapest 27(9)c, vocabulary 2.4 I2). */
export interface ReferralForwarded {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency that held this leg. */
  by: string;
  /** Who is to take the case on, with role and country (vocabulary 2.4 I2). */
  to: Party;
  /** Id that the onward leg has or will have. */
  leg: string;
  /** Which hop of the case the onward leg is, from 1. */
  hop: number;
  /** The level that drives this leg, with which the onward leg begins. */
  priority: Priority | null;
  /** The reasons of that level. */
  priorityReasons: PriorityReason[];
  /** True when it completes a hand-over: the onward leg is accepted already. False when the onward leg is to be submitted. */
  handover: boolean;
  /** Why the agency does not take it on itself, where it says so. */
  reason: Ground | null;
  /** Opaque reference to the forwarder's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that set the limit of hops. */
  rules: RuleRef | null;
  /** Obligation that stands as the case goes on, under which the onward leg begins (Budapest 24(6), vocabulary 2.5). Null where none stands, and in what was written before it was recorded. */
  obligation: Obligation | null;
}

/** The addressed agency's system has taken the referral in. A machine's word. */
export interface ReferralReceived {
  /** Place and cause. */
  meta: Meta;
  /** Code of the receiving agency. */
  by: string;
  /** Rules that it was judged by; null in what was written before every event named them. */
  rules: RuleRef | null;
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
  /** Rules that it was judged by; null in what was written before every event named them. */
  rules: RuleRef | null;
  /** Opaque reference to the agency's own note. Never text, and never in place of the ground (vocabulary 2.4 I3). */
  note: string | null;
}

/** Why a referral is taken up again. Proposed here. */
export type ReopenReason = (typeof REOPEN_REASONS)[number] | 'UNKNOWN';
export const REOPEN_REASONS = [
  'NEW_INFORMATION',
  'CHILD_AT_RISK',
  'FURTHER_PERSONS',
  'DECISION_REVIEWED',
  'ENDED_IN_ERROR',
] as const;

/** A closed, rejected or expired referral is taken up again. */
export interface ReferralReopened {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** Why. */
  reason: ReopenReason;
  /** Opaque reference to the reopening agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** An agency that held the case at one time. */
export interface Holder {
  /** Code of the agency. */
  agency: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** A bundle of near-identical routine referrals. */
export interface BundleRef {
  /** Id of the bundle. */
  bundle: string;
  /** Id of the referral that leads it. */
  lead: string;
}

/** SET: by a role that may. PROPOSED: the receiver decides on it, and it drives until then (vocabulary 1.4 R1.1). UNKNOWN is read as PROPOSED. */
export type PriorityStanding = (typeof PRIORITY_STANDINGS)[number] | 'UNKNOWN';
export const PRIORITY_STANDINGS = [
  'SET',
  'PROPOSED',
] as const;

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
  /** Id of the first leg of the case; null when this is the first. */
  origin: string | null;
  /** Id of the leg that this one continues; null for the first. */
  parent: string | null;
  /** How often the case was handed on to come here: 0 for the first leg. Null in what was written before legs were counted: 0. */
  hop: number | null;
  /** Who held the case before the sender of this leg, oldest first; empty or null for the first leg. Cycles are found by it (vocabulary 2.4 I6). */
  chain: Holder[] | null;
  /** Facts of the case across borders; null: nothing said. */
  crossBorder: CrossBorder | null;
  /** Evidence that agencies hold, by reference; null: nothing said. */
  evidence: Evidence[] | null;
  /** Opaque reference to the sender's own statement of the procedure that it asks to be followed (Budapest 27(3), vocabulary 2.5). Never text. */
  procedureRequested: string | null;
  /** The bundle that it was submitted in; never with P1 or P2. */
  bundle: BundleRef | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
  /** Code of the exercise that it was submitted into; null outside of one. */
  exercise: string | null;
  /** What the sender's word on the priority is worth (vocabulary 6). Null on an onward leg, where the priority is carried on, and in what was written before this was recorded. */
  priorityStanding: PriorityStanding | null;
  /** Rules that the times of its delivery are set by. Null in what was written before evidence of delivery was kept: none is kept of it. */
  deliveryRules: RuleRef | null;
  /** Countries that the case concerns: those of its nexus, without the ones in which only data lie, since custody is never jurisdiction, or of which no basis is known (vocabulary 3.4). Null in what was written before they were told apart: all of the nexus. */
  concerned: string[] | null;
  /** Status of the treaty by which the waiver of dual criminality that is claimed here was judged (vocabulary 3.2 R3.1). Null where none is claimed, and in what was written before it was judged. */
  waiverJudgedBy: RuleRef | null;
  /** Obligation that the leg begins under, by what its sender states or as it stood on the leg before: who refuses extradition for nationality prosecutes, or reports the final outcome (Budapest 24(6), vocabulary 2.5). Null where there is none, and in what was written before it was recorded: the extradition flag told then. */
  obligation: Obligation | null;
}

/** Why a sender takes a referral back, or asks to. Proposed here. */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number] | 'UNKNOWN';
export const WITHDRAWAL_REASONS = [
  'NO_LONGER_NEEDED',
  'WRONG_RECIPIENT',
  'DUPLICATE_HANDLED_ELSEWHERE',
  'FACTS_DISPROVED',
  'WRONGLY_CLASSIFIED',
  'VICTIM_WITHDREW',
] as const;

/** The sender takes the referral back before it was accepted. */
export interface ReferralWithdrawn {
  /** Place and cause. */
  meta: Meta;
  /** Code of the sender. */
  by: string;
  /** Why. */
  reason: WithdrawalReason;
  /** Opaque reference to the sender's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** Why referrals are bundled. Proposed here; never a likeness of images or of their hashes. */
export type BundleBasis = (typeof BUNDLE_BASISES)[number] | 'UNKNOWN';
export const BUNDLE_BASISES = [
  'VIRAL_DUPLICATE',
  'SAME_EXTERNAL_REPORT',
  'SAME_INCIDENT',
] as const;

/** This referral belongs to a bundle of near-identical routine ones. Said on each member; each keeps its own state. Never P1 or P2. */
export interface ReferralsBundled {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency that bundles, or of the bus. */
  by: string;
  /** The bundle and the referral that leads it. */
  bundle: BundleRef;
  /** Why. */
  basis: BundleBasis;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** A second person releases the referral, which is submitted in the same command. */
export interface ReleaseApproved {
  /** Place and cause. */
  meta: Meta;
  /** Code of the sender. */
  by: string;
  /** SHA-256 of what is submitted, as it was asked for. */
  content: Buffer;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** A second person does not release the referral. */
export interface ReleaseRefused {
  /** Place and cause. */
  meta: Meta;
  /** Code of the sender. */
  by: string;
  /** Coded ground (vocabulary 2.6). */
  reason: Ground;
  /** Opaque reference to the sender's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** A person of the sender asks another person of the same agency to release a referral. Only that agency sees this. The referral itself stays with it until it is released. */
export interface ReleaseRequested {
  /** Place and cause. */
  meta: Meta;
  /** Sender, in the role of the person who asks. */
  from: Party;
  /** Addressed agency. */
  to: Party;
  /** The sender's own administrative reference, by which the second person finds the draft. */
  reference: string | null;
  /** The level that it is to be submitted with. */
  priority: Priority;
  /** SHA-256 of what is to be submitted and its priority, in a canonical form: only that can be released. */
  content: Buffer;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** A party adds to the case. The state stays (vocabulary 2.3). */
export interface Supplemented {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency whose words these are on this leg. */
  by: string;
  /** The event that it adds to; null: the submission of this leg. */
  part: string | null;
  /** Version that the named part has with this. The first statement is 1. */
  version: number;
  /** What is added. */
  additions: Additions;
  /** Set when the bus passes on what was added to an earlier leg. */
  carried: Carried | null;
  /** Opaque reference to the adding agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
  /** Status of the treaty by which the waiver of dual criminality that is claimed here was judged (vocabulary 3.2 R3.1). Null where none is claimed, and in what was written before it was judged. */
  waiverJudgedBy: RuleRef | null;
  /** Obligation that this statement makes: who refuses extradition for nationality prosecutes, or reports the final outcome (Budapest 24(6), vocabulary 2.5). Null where it makes none, and in what was written before it was recorded: the extradition flag told then. */
  obligation: Obligation | null;
}

/** The receiver agrees to a transfer. The onward leg follows in the same command: HandoverOffered where work is accepted, ReferralForwarded before. */
export interface TransferApproved {
  /** Place and cause. */
  meta: Meta;
  /** Code of the approving agency. */
  by: string;
  /** Code of the agency that asked. */
  requester: string;
  /** Id that the onward leg will have. */
  leg: string;
  /** Opaque reference to the approving agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** The receiver keeps the case. */
export interface TransferRefused {
  /** Place and cause. */
  meta: Meta;
  /** Code of the refusing agency. */
  by: string;
  /** Code of the agency that asked. */
  requester: string;
  /** Coded ground (vocabulary 2.6). */
  reason: Ground;
  /** Opaque reference to the refusing agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** Why an agency asks for a case: the tests of vocabulary 7.2 for the lead. */
export type TransferReason = (typeof TRANSFER_REASONS)[number] | 'UNKNOWN';
export const TRANSFER_REASONS = [
  'CHILD_AT_RISK_PRESENT',
  'CHILD_PROTECTED_HERE',
  'SUSPECT_PRESENT',
  'MOST_VICTIMS',
  'MOST_ADVANCED_INVESTIGATION',
  'AGREED',
] as const;

/** An agency that is no party asks to take the case over. It does not learn by that whether the case exists. */
export interface TransferRequested {
  /** Place and cause. */
  meta: Meta;
  /** Who asks, in which role. */
  requester: Party;
  /** Why it should be with that agency. */
  reason: TransferReason;
  /** Opaque reference to the asking agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** The receiver lets the referral go, as the sender asked. */
export interface WithdrawalConfirmed {
  /** Place and cause. */
  meta: Meta;
  /** Code of the receiver. */
  by: string;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** Why a withdrawal is declined. Proposed here. */
export type DeclineReason = (typeof DECLINE_REASONS)[number] | 'UNKNOWN';
export const DECLINE_REASONS = [
  'PROCEEDINGS_CONTINUE',
  'CHILD_AT_RISK',
  'DUTY_TO_INVESTIGATE',
  'DATA_IN_USE',
] as const;

/** The receiver keeps the referral: proceedings do not depend on the reporter (Lanzarote 32, vocabulary 2.4 I4). */
export interface WithdrawalDeclined {
  /** Place and cause. */
  meta: Meta;
  /** Code of the receiver. */
  by: string;
  /** Why. */
  reason: DeclineReason;
  /** Opaque reference to the receiver's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** The sender asks for an accepted referral back. The receiver decides (vocabulary 2.4 I4). */
export interface WithdrawalRequested {
  /** Place and cause. */
  meta: Meta;
  /** Code of the sender. */
  by: string;
  /** Why. */
  reason: WithdrawalReason;
  /** Opaque reference to the sender's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** Work goes on. */
export interface WorkResumed {
  /** Place and cause. */
  meta: Meta;
  /** Code of the working agency. */
  by: string;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** The receiver has begun to work on what it accepted. */
export interface WorkStarted {
  /** Place and cause. */
  meta: Meta;
  /** Code of the working agency. */
  by: string;
  /** Rules that it was judged by, where a rule with parameters decided. */
  rules: RuleRef | null;
}

/** Work rests, with a reason and a date of review (vocabulary 2.4 I3). */
export interface WorkSuspended {
  /** Place and cause. */
  meta: Meta;
  /** Code of the working agency. */
  by: string;
  /** vocabulary 2.6. */
  reason: HoldReason;
  /** When it is looked at again, UTC. The status clock pauses until then (vocabulary 2.3). */
  reviewAt: number;
  /** Opaque reference to the receiver's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that set how far off the review may be. */
  rules: RuleRef | null;
}

/** What the receiver of a leg owes, by a time of its level (vocabulary 1.3). FIRST_ACTION_LIMIT: the legal limit of the first action. REVIEW: resting work is to be looked at again. EXPIRY: the leg ends if nobody acts (vocabulary 2.3). */
export type Duty = (typeof DUTIES)[number] | 'UNKNOWN';
export const DUTIES = [
  'ACKNOWLEDGE',
  'FIRST_ACTION',
  'FIRST_ACTION_LIMIT',
  'STATUS_UPDATE',
  'PRESERVATION',
  'SAFEGUARDING',
  'VOICE_CONTACT',
  'REVIEW',
  'EXPIRY',
] as const;

/** Where a missed time is looked for first. RECEIVER: its system had the referral. NOT_DETERMINED: nothing shows whether it had reached the receiver. BUS: it had not been available (design 4). */
export type MissCause = (typeof MISS_CAUSES)[number] | 'UNKNOWN';
export const MISS_CAUSES = [
  'RECEIVER',
  'BUS',
  'NOT_DETERMINED',
] as const;

/** A time of the leg was over and what was owed had not been said. It changes no state (vocabulary 1.4 R1.4). */
export interface DeadlineMissed {
  /** Place and cause. */
  meta: Meta;
  /** What is owed. */
  duty: Duty;
  /** The level that drives the leg. */
  level: Priority;
  /** Since when that level drives, UTC: a leg that was raised late can be late at once. */
  levelSince: number;
  /** From when the time is counted, UTC. */
  countedFrom: number;
  /** When it is or was due, UTC. */
  dueAt: number;
  /** Who owes it, in the role of that level. */
  responsible: Party;
  /** Where the reason is looked for first. */
  cause: MissCause;
  /** Rules that set the time. */
  rules: RuleRef | null;
}

/** A time of the leg will be over soon, or work that rests is to be looked at. */
export interface DeadlineWarned {
  /** Place and cause. */
  meta: Meta;
  /** What is owed. */
  duty: Duty;
  /** The level that drives the leg. */
  level: Priority;
  /** From when the time is counted, UTC. */
  countedFrom: number;
  /** When it is or was due, UTC. */
  dueAt: number;
  /** Who owes it, in the role of that level. */
  responsible: Party;
  /** Rules that set the time. */
  rules: RuleRef | null;
}

/** What a person who was called upon says. Proposed here. */
export type EscalationReply = (typeof ESCALATION_REPLIES)[number] | 'UNKNOWN';
export const ESCALATION_REPLIES = [
  'TAKES_OVER',
  'ALREADY_HANDLED',
  'PASSED_ON',
] as const;

/** A person who was called upon answers, which stops the ladder. What was raised stands. */
export interface EscalationAnswered {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** The step that stood last. */
  step: number;
  /** What it was raised for. */
  cause: Duty;
  /** What the person says. */
  reply: EscalationReply;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

/** A desk that was closed by its own calendar when it was looked for. */
export interface ClosedDesk {
  /** Whose it is. */
  desk: Party;
  /** When it opens next, UTC; null where that is not within a year. */
  opensAt: number | null;
}

/** A step of the ladder: others are called upon. Whom it concerns is fixed here; how they are reached stands in the membership. */
export interface EscalationRaised {
  /** Place and cause. */
  meta: Meta;
  /** Step of the ladder, from 1. */
  step: number;
  /** What is owed. */
  cause: Duty;
  /** The level that drives the leg. */
  level: Priority;
  /** From when the time is counted, UTC. */
  countedFrom: number;
  /** When it is or was due, UTC. */
  dueAt: number;
  /** Whom is called upon, the first ones first; empty where nobody holds such a role. */
  to: Party[];
  /** Roles of the step that nobody holds there (vocabulary 6). */
  unfilled: string[];
  /** Agencies that may know of it. */
  audience: string[];
  /** Rules that have the ladder. */
  rules: RuleRef | null;
  /** Desks of the step that were closed then. Who of them is called upon all the same waits until it opens, or is urgent and nobody else was there; the others were passed over. Null where nobody looked. */
  closed: ClosedDesk[] | null;
}

/** Why a case cannot be handed on (vocabulary 2.4 I6). HOP_LIMIT: it was handed on as often as the rules let it. CYCLE: whom it was to go to had it before. Proposed here. */
export type OnwardObstacle = (typeof ONWARD_OBSTACLES)[number] | 'UNKNOWN';
export const ONWARD_OBSTACLES = [
  'HOP_LIMIT',
  'CYCLE',
] as const;

/** What a national contact says of a case that was not let go on (vocabulary 2.4 I6). Proposed here, after what such a contact does: receive, channel, coordinate, refuse (vocabulary 6). */
export type OnwardReply = (typeof ONWARD_REPLIES)[number] | 'UNKNOWN';
export const ONWARD_REPLIES = [
  'STAYS_WITH_HOLDER',
  'TAKES_UP',
  'NAMES_OTHER',
  'NOT_PURSUED',
] as const;

/** A national contact of one of the ends of a case says how a case goes on that was not let go on (vocabulary 2.4 I6). It is not stuck any more; what was refused stays refused. */
export interface OnwardRefusalAnswered {
  /** Place and cause; the actor is the person of the contact. */
  meta: Meta;
  /** Code of the contact's agency. */
  by: string;
  /** What was in the way, and is answered: all that the contacts were told of and nobody had answered. */
  causes: OnwardObstacle[];
  /** What the contact says. */
  reply: OnwardReply;
  /** Of NAMES_OTHER: who is competent. That agency is not told. */
  competent: Party | null;
  /** The national contacts of both ends who were told that it was stuck, beside the agency that has the case: they are told the answer too. */
  contacts: Party[];
  /** Contacts of these that are no party to the leg. */
  audience: string[];
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

/** A case was not let go on, and the national contacts of both its ends are told (vocabulary 2.4 I6). It stands for the refusal itself: recorded in the transaction that refuses, under the refused command's key. Said once a leg and obstacle. */
export interface OnwardRefused {
  /** Place and cause; the actor is who was refused. */
  meta: Meta;
  /** Name of the refused command, such as ForwardReferral. */
  command: string;
  /** The agency that has the leg and wanted to pass it on. */
  holder: Party;
  /** Whom it was to go to; that agency is not told. */
  to: Party;
  /** What was in the way. */
  cause: OnwardObstacle;
  /** The level that drives the leg: how urgent it is that somebody takes it up. */
  level: Priority;
  /** Of HOP_LIMIT: how often the rules let a case be handed on. */
  limit: number | null;
  /** Country of the agency that sent the case first, ISO 3166-1; null on legs from before it was kept. */
  originCountry: string | null;
  /** The national contacts of the country where the case began and of the one where it is: whoever takes part in that role. */
  contacts: Party[];
  /** Countries of these in which nobody holds that role. */
  unfilled: string[];
  /** Contacts that are no party to the leg: they may know of it from here on. */
  audience: string[];
  /** Rules that have the limit. */
  rules: RuleRef | null;
}

/** Data is preserved, or is so for longer. */
export interface PreservationConfirmed {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** Event id of the request. */
  request: string;
  /** Until when, UTC. */
  until: number;
  /** Reference of the custodian. */
  reference: string | null;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that set how long. */
  rules: RuleRef | null;
}

/** Preserved data will soon not be preserved any more (vocabulary 2.5). */
export interface PreservationExpiring {
  /** Place and cause. */
  meta: Meta;
  /** Event id of the request. */
  request: string;
  /** The level that drives the leg. */
  level: Priority;
  /** When, UTC. */
  expiresAt: number;
  /** Days before that this was due. */
  daysLeft: number;
  /** Who owes it, in the role of that level. */
  responsible: Party;
  /** Rules that set the alarms. */
  rules: RuleRef | null;
}

/** Why data need not be preserved any more, or never had to be. Proposed here. */
export type PreservationEnd = (typeof PRESERVATION_ENDS)[number] | 'UNKNOWN';
export const PRESERVATION_ENDS = [
  'DATA_OBTAINED',
  'NO_LONGER_NEEDED',
  'NOTHING_TO_PRESERVE',
  'REFUSED',
] as const;

/** Data need not be preserved any more, or there is nothing to preserve. */
export interface PreservationReleased {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** Event id of the request; null where none was made. */
  request: string | null;
  /** Why. */
  reason: PreservationEnd;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

/** Kinds of stored computer data (Budapest 1, 18(3), 29). */
export type PreservedDataKind = (typeof PRESERVED_DATA_KINDS)[number] | 'UNKNOWN';
export const PRESERVED_DATA_KINDS = [
  'SUBSCRIBER_INFORMATION',
  'TRAFFIC_DATA',
  'CONTENT_DATA',
] as const;

/** Why data must be preserved now (Budapest 29(2)e). Proposed here. */
export type PreservationNecessity = (typeof PRESERVATION_NECESSITIES)[number] | 'UNKNOWN';
export const PRESERVATION_NECESSITIES = [
  'RETENTION_ENDS',
  'VULNERABLE_TO_CHANGE',
  'ACCOUNT_CLOSING',
] as const;

/** What the requester means to ask for afterwards (Budapest 29(2)f). Proposed here. */
export type PreservationFollowUp = (typeof PRESERVATION_FOLLOW_UPS)[number] | 'UNKNOWN';
export const PRESERVATION_FOLLOW_UPS = [
  'MUTUAL_ASSISTANCE_REQUEST',
  'PRODUCTION_ORDER',
  'DOMESTIC_ORDER',
] as const;

/** A custodian is asked to preserve data until it can be asked for, with what Budapest 29(2) requires. */
export interface PreservationRequested {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** The authority that seeks it (29(2)a). */
  authority: Party;
  /** The offence (29(2)b). */
  offence: OffenceType;
  /** Opaque reference to the summary of facts, which stays with the authority. Never text (29(2)b). */
  facts: string;
  /** What is to be preserved (29(2)c). */
  data: PreservedDataKind[];
  /** Who holds it, a company (29(2)d). */
  custodian: string | null;
  /** Country where it is stored, ISO 3166-1 alpha-2 (29(2)d). */
  location: string | null;
  /** Why now (29(2)e). */
  necessity: PreservationNecessity;
  /** What will be asked for (29(2)f). */
  followUp: PreservationFollowUp;
  /** Asked for in another country: for 60 days at least (29(7)). Otherwise for 90 at most (16(2)). */
  crossBorder: boolean;
  /** Until when it is wanted, UTC. */
  wantedUntil: number | null;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

export type Side = (typeof SIDES)[number] | 'UNKNOWN';
export const SIDES = [
  'SENDER',
  'RECEIVER',
] as const;

/** Why a level is lowered (vocabulary 1.4). */
export type LoweringReason = (typeof LOWERING_REASONS)[number] | 'UNKNOWN';
export const LOWERING_REASONS = [
  'CHILD_SAFE_CONFIRMED',
  'DUPLICATE_HANDLED_ELSEWHERE',
  'SUSPECT_DETAINED',
  'FACTS_DISPROVED',
  'WRONGLY_CLASSIFIED',
] as const;

/** How far a change of the level has come. Proposed here. */
export type ChangeStatus = (typeof CHANGE_STATUSES)[number] | 'UNKNOWN';
export const CHANGE_STATUSES = [
  'PROPOSED',
  'IN_FORCE',
] as const;

/** What a tool or a person made of a risk. Attached as it is; no level is ever made of it (vocabulary 1.4 R1.3). */
export interface RiskAssessment {
  /** Code of the tool, such as KIRAT. */
  tool: string;
  /** Its version. */
  version: string;
  /** What it said, in its own codes. */
  value: string;
  /** Opaque reference of who assessed, which the agency answers for. */
  assessor: string;
  /** When, UTC. */
  assessedAt: number;
}

/** The level that another scheme gave. Informative: nothing is decided by it (vocabulary 1.4). */
export interface ExternalPriority {
  /** Code of the scheme, such as NCMEC. */
  scheme: string;
  /** Its code. */
  code: string;
  /** Code of the agency that set it. */
  setBy: string;
  /** When, UTC. */
  setAt: number;
}

/** A party raises or lowers the level of a leg, or the higher role decides a dispute. Lowering P1 is PROPOSED by one person and IN_FORCE by another's word (vocabulary 1.4 R1.1, R1.2). */
export interface PriorityChanged {
  /** Place and cause. */
  meta: Meta;
  /** Whose value it is. */
  side: Side;
  /** Code of the agency. */
  by: string;
  /** The level that drove before. */
  previous: Priority;
  /** The level that is stated. */
  level: Priority;
  /** The level that drives the leg from here on. */
  driving: Priority;
  /** Reasons for the level, where it is raised or upheld (vocabulary 1.4). */
  reasons: PriorityReason[];
  /** Why it is lowered; null where it is not. */
  lowering: LoweringReason | null;
  /** Whether it holds. */
  status: ChangeStatus;
  /** Event id of the proposal that a second person puts into force. */
  approves: string | null;
  /** Event id of the dispute that the higher role decides. */
  resolves: string | null;
  /** A score that somebody attached. No level follows from it (R1.3). */
  riskAssessment: RiskAssessment | null;
  /** The level of another scheme, for information. */
  externalPriority: ExternalPriority | null;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

/** The sender objects to the lowering of P1, which restores it until the higher role has decided (vocabulary 1.4 R1.2). */
export interface PriorityDisputed {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** Event id of the lowering. */
  change: string;
  /** The level that drove before. */
  previous: Priority;
  /** The level that drives the leg from here on. */
  driving: Priority;
  /** Why it is still as urgent (vocabulary 1.4). */
  reasons: PriorityReason[];
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

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
  /** A score that somebody attached. No level follows from it (R1.3). */
  riskAssessment: RiskAssessment | null;
  /** The level of another scheme, for information. */
  externalPriority: ExternalPriority | null;
}

/** What the service says. Proposed here. */
export type SafeguardingResult = (typeof SAFEGUARDING_RESULTS)[number] | 'UNKNOWN';
export const SAFEGUARDING_RESULTS = [
  'TAKEN_ON',
  'CHILD_SAFE',
  'CHILD_NOT_LOCATED',
  'NOT_COMPETENT',
] as const;

/** What the service said. */
export interface SafeguardingConfirmed {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** Event id of what it was told by. */
  notified: string;
  /** What it said. */
  result: SafeguardingResult;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

/** What is done for the child beside the investigation (vocabulary 1.3, parallel duty). */
export type SafeguardingMeasure = (typeof SAFEGUARDING_MEASURES)[number] | 'UNKNOWN';
export const SAFEGUARDING_MEASURES = [
  'CHILD_PROTECTION_NOTIFIED',
  'VICTIM_SUPPORT_OFFERED',
] as const;

/** A service that protects or supports the child was told (vocabulary 1.3, parallel duty). */
export interface SafeguardingNotified {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** What was done. */
  measure: SafeguardingMeasure;
  /** Where the child is or the service works, ISO 3166-1 alpha-2. */
  country: string;
  /** The service, where it takes part in the bus. */
  service: Party | null;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
}

/** What came of a telephone call. Proposed here. */
export type VoiceResult = (typeof VOICE_RESULTS)[number] | 'UNKNOWN';
export const VOICE_RESULTS = [
  'REACHED',
  'CALL_BACK_PROMISED',
  'NO_ANSWER',
  'NUMBER_FAILED',
] as const;

/** A telephone call was made beside the bus, which is no emergency service (vocabulary 1.4 R1.7). */
export interface VoiceContactRecorded {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  by: string;
  /** When it was made, UTC. */
  at: number;
  /** Who was called, in which role. */
  to: Party;
  /** What came of it. */
  result: VoiceResult;
  /** Opaque reference to the agency's own note, which stays with that agency. Never text. */
  note: string | null;
  /** Rules that it was judged by. */
  rules: RuleRef | null;
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

/** How much an agency can take on. */
export type CapacityState = (typeof CAPACITY_STATES)[number] | 'UNKNOWN';
export const CAPACITY_STATES = [
  'NORMAL',
  'REDUCED',
  'FULL',
] as const;

/** An agency says how much it can take on. A notice: it refuses nothing by itself. */
export interface CapacityNotified {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** How much. */
  state: CapacityState;
  /** From when. */
  from: number;
  /** Until when, where that is known. */
  until: number | null;
}

/** What a proposal would change. */
export type ChangeKind = (typeof CHANGE_KINDS)[number] | 'UNKNOWN';
export const CHANGE_KINDS = [
  'SUSPENSION',
  'DEPARTURE',
  'RULE_SET',
  'CODE_LIST',
  'TREATY_STATUS',
] as const;

/** Another person than the proposer has approved a change. */
export interface ChangeApproved {
  /** Place and cause. */
  meta: Meta;
  /** Id of the proposal. */
  change: string;
  /** What changes. */
  kind: ChangeKind;
  /** As it was proposed. */
  subject: string;
}

/** A member says what it thinks of a proposal while it may be commented on. */
export interface ChangeCommented {
  /** Place and cause. */
  meta: Meta;
  /** Id of the proposal. */
  change: string;
  /** What it says: about the rule, never about a case. */
  comment: string;
  /** Code of the agency that says it; null before that was recorded. */
  commenter: string | null;
  /** Role in which it says it; null before that was recorded. */
  commenterRole: string | null;
}

/** Why a proposal does not come into force. Proposed here. */
export type ChangeEndReason = (typeof CHANGE_END_REASONS)[number] | 'UNKNOWN';
export const CHANGE_END_REASONS = [
  'COMMENTS_AGAINST',
  'LAW_AGAINST',
  'PRACTICE_AGAINST',
  'GROUNDS_MISSING',
  'ANOTHER_PREFERRED',
  'NOT_NEEDED_ANY_MORE',
  'PROPOSED_IN_ERROR',
] as const;

/** The operator says, by another person than the proposer, that a proposal does not come into force. What was said of it stands. */
export interface ChangeDeclined {
  /** Place and cause. */
  meta: Meta;
  /** Id of the proposal. */
  change: string;
  /** What would have changed. */
  kind: ChangeKind;
  /** As it was proposed. */
  subject: string;
  /** Code of the agency that declines it. */
  by: string;
  /** Why. */
  reason: ChangeEndReason;
}

/** Why an agency is suspended or leaves, or a client is revoked. */
export type MembershipReason = (typeof MEMBERSHIP_REASONS)[number] | 'UNKNOWN';
export const MEMBERSHIP_REASONS = [
  'OWN_REQUEST',
  'SECURITY_INCIDENT',
  'AGREEMENT_BREACHED',
  'AGREEMENT_ENDED',
  'MANDATE_ENDED',
  'CLIENT_COMPROMISED',
  'CLIENT_RETIRED',
  'OTHER',
] as const;

/** A change is proposed, to be approved by another person. A later proposal of the same kind and subject takes its place. */
export interface ChangeProposed {
  /** Place and cause. */
  meta: Meta;
  /** Id of the proposal: what comments and the approval name it by. */
  change: string;
  /** What would change. */
  kind: ChangeKind;
  /** Code of the agency, name of the rule set or code list, or code of the instrument. */
  subject: string;
  /** Why, where an agency is suspended or leaves. */
  reason: MembershipReason | null;
  /** The proposed text, as JSON; null where the change has none. */
  document: string | null;
  /** Version that the text would be. */
  version: number | null;
  /** Until when it may be commented on; it is not approved before. */
  commentsUntil: number | null;
  /** From when it would hold. */
  inForceFrom: number | null;
  /** Code of the agency that proposes it, which may take it back; null before that was recorded. */
  proposer: string | null;
  /** Role in which it proposes it; null before that was recorded. */
  proposerRole: string | null;
  /** Code of the exercise that it is proposed in: it ends with that. Null where it is real, and before that was recorded. */
  exercise: string | null;
}

/** The agency that proposed a change takes the proposal back. What was said of it stands. */
export interface ChangeWithdrawn {
  /** Place and cause. */
  meta: Meta;
  /** Id of the proposal. */
  change: string;
  /** What would have changed. */
  kind: ChangeKind;
  /** As it was proposed. */
  subject: string;
  /** Code of the agency that had proposed it. */
  by: string;
  /** Why. */
  reason: ChangeEndReason;
}

/** A system speaks for an agency. Once an agency has a registered client, no other one speaks for it. */
export interface ClientRegistered {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** OAuth client (`sub` of its tokens). */
  client: string;
}

/** A system speaks for an agency no more, whatever tokens it still holds. */
export interface ClientRevoked {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** OAuth client (`sub` of its tokens). */
  client: string;
  /** Why. */
  reason: MembershipReason;
}

/** A list of codes in a version: what each code means, and which are not to be used any more. */
export interface CodeListPublished {
  /** Place and cause. */
  meta: Meta;
  /** Name of the list, such as Ground. */
  list: string;
  /** Its version, from 1. */
  version: number;
  /** Who answers for it. */
  owner: string;
  /** From when it holds. */
  inForceFrom: number;
  /** The text, as JSON. */
  document: string;
  /** Proposal that was approved; null for what a release brought as first version. */
  change: string | null;
}

/** When a contact point answers (vocabulary 1.3, Budapest 35). */
export type Availability = (typeof AVAILABILITIES)[number] | 'UNKNOWN';
export const AVAILABILITIES = [
  'AROUND_THE_CLOCK',
  'OFFICE_HOURS',
] as const;

/** By what a desk is called: a message to the agency's own system, or a mail. */
export type ContactChannelKind = (typeof CONTACT_CHANNEL_KINDS)[number] | 'UNKNOWN';
export const CONTACT_CHANNEL_KINDS = [
  'WEBHOOK',
  'SMTP',
] as const;

/** A way by which the bus itself calls a desk when somebody must act. */
export interface ContactChannel {
  /** By what. */
  kind: ContactChannelKind;
  /** Id of a webhook of the agency, or the mail address of the desk. */
  address: string;
}

/** Day of the week. UNKNOWN is never written: it stands for a code of a newer version. */
export type Weekday = (typeof WEEKDAYS)[number] | 'UNKNOWN';
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

/** A span of every week in which a desk is staffed, as the clock on its wall shows it. */
export interface WeeklyOpening {
  /** The day on which it begins. */
  day: Weekday;
  /** Minute of the day at which it begins, 0 to 1439. */
  from: number;
  /** Minute of the day at which it ends, 1 to 1440. Where it is before the beginning, it ends on the day after. */
  to: number;
}

/** When a desk is staffed that does not answer around the clock. */
export interface DeskCalendar {
  /** IANA time zone of the clock on its wall. */
  zone: string;
  /** When it is staffed in every week. */
  weekly: WeeklyOpening[];
  /** Days on which nothing begins, such as public holidays: what began on the day before goes on. */
  closed: number[];
}

/** How a desk of an agency is reached. Desks only: no person's own number or address. */
export interface ContactPoint {
  /** Role that the desk acts in (vocabulary 6). */
  role: string;
  /** When somebody answers. */
  availability: Availability;
  /** Name of the desk. */
  desk: string;
  /** Telephone number of the desk, E.164. */
  phone: string | null;
  /** Mail address of the desk. */
  email: string | null;
  /** When it is staffed, where that is not around the clock. */
  hours: string | null;
  /** IANA time zone of the hours. */
  zone: string | null;
  /** Languages spoken, ISO 639-1. */
  languages: string[];
  /** By what the bus calls the desk; null where nothing was said of it, and its mail address is the only one. */
  channels: ContactChannel[] | null;
  /** When it is staffed, where that is not around the clock, so that it can be reckoned with; null where only the text says so. */
  calendar: DeskCalendar | null;
}

/** A desk of an agency is reached in another way. */
export interface ContactPointChanged {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** Role whose contact point it is (vocabulary 6). */
  role: string;
  /** How it is reached; null where there is no such contact point any more. */
  contact: ContactPoint | null;
}

/** A drill is over: nothing more is submitted into it. Itself synthetic. */
export interface ExerciseEnded {
  /** Place and cause. */
  meta: Meta;
  /** Code of the operator's agency. */
  by: string;
  /** Code of the exercise. */
  exercise: string;
}

/** A drill begins: what its participants submit into it runs on production rules and is synthetic from its first event on (vocabulary 9). Itself synthetic. */
export interface ExerciseStarted {
  /** Place and cause. */
  meta: Meta;
  /** Code of the operator's agency. */
  by: string;
  /** Code of the exercise; never used again. */
  exercise: string;
  /** What it is called. Never about a person. */
  name: string;
  /** Codes of the agencies that take part. */
  participants: string[];
  /** When it is meant to end; it ends when somebody says so. */
  plannedEnd: number | null;
}

/** Which lanes a jurisdiction has from now on. It keeps every lane that it had: ids carry them. */
export interface JurisdictionLanesAssigned {
  /** Place and cause. */
  meta: Meta;
  /** ISO 3166-1 alpha-2; never used for anything else later. */
  jurisdiction: string;
  /** Lanes of routine referrals. */
  routine: number[];
  /** Lanes of referrals submitted as P1 or P2. */
  urgent: number[];
  /** Lanes of the records of reads and refusals by its agencies. */
  access: number[];
}

/** What a lesson found of the rules that it names (mission S7). */
export type LessonFinding = (typeof LESSON_FINDINGS)[number] | 'UNKNOWN';
export const LESSON_FINDINGS = [
  'RULE_UNCLEAR',
  'RULE_MISSING',
  'RULE_TOO_STRICT',
  'RULE_TOO_LOOSE',
  'CLOCK_MISSED',
  'EXAMPLE_NEEDED',
  'TRAINING_NEEDED',
  'TOOL_DEFECT',
  'WORKED_WELL',
] as const;

/** What was learnt of rules of the bus, in a drill or in practice (vocabulary 9). No personal data. Synthetic where it belongs to a drill. */
export interface LessonRecorded {
  /** Place and cause. */
  meta: Meta;
  /** Code of the operator's agency. */
  by: string;
  /** Code of the exercise that taught it; null where practice did. */
  exercise: string | null;
  /** Ids of the rules that it is about, such as R1.5 or 2.4 I3. */
  ruleIds: string[];
  /** What was found of them. */
  finding: LessonFinding;
  /** The lesson in a few sentences, about rules and never about persons or cases. */
  text: string;
  /** Id of the change proposal that follows from it, where one does. */
  change: string | null;
}

/** An agency's systems are away, or will be. What is sent to it waits meanwhile. */
export interface MaintenanceNotified {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** From when. */
  from: number;
  /** Until when, where that is known; at or before `from` for a notice that is taken back. */
  until: number | null;
}

/** What an agency may do at the most; its role in a case may allow less (vocabulary 6). */
export interface Rights {
  /** It may submit referrals. */
  originate: boolean;
  /** It may take referrals on. */
  receive: boolean;
  /** It may set a priority; without it, what it says of one is a proposal. */
  setPriority: boolean;
}

/** An agency takes part from now on, as it was proposed. */
export interface MemberAdmitted {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** Name of the agency. */
  name: string;
  /** ISO 3166-1 alpha-2: its jurisdiction; XX where it acts for the bus itself. */
  country: string;
  /** Roles that it holds (vocabulary 6). */
  roles: string[];
  /** Narrower rights than its roles give; null for all that they give. */
  rights: Rights | null;
  /** A second person of it releases each referral before it is submitted. */
  needsRelease: boolean;
  /** Event that proposed it; null where the bus was founded with it. */
  proposal: string | null;
}

/** An agency takes no part any more. */
export interface MemberLeft {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** Why. */
  reason: MembershipReason;
  /** Proposal that was approved. */
  change: string | null;
}

/** An agency is proposed as a member, or a member with another name, other roles or other rights. A later proposal takes the place of an earlier one. */
export interface MemberProposed {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** Name of the agency. */
  name: string;
  /** ISO 3166-1 alpha-2: its jurisdiction; XX where it acts for the bus itself. */
  country: string;
  /** Roles that it holds (vocabulary 6). */
  roles: string[];
  /** Narrower rights than its roles give; null for all that they give. */
  rights: Rights | null;
  /** A second person of it releases each referral before it is submitted. */
  needsRelease: boolean;
}

/** An agency takes no part until it is admitted again. */
export interface MemberSuspended {
  /** Place and cause. */
  meta: Meta;
  /** Code of the agency. */
  agency: string;
  /** Why. */
  reason: MembershipReason;
  /** Proposal that was approved. */
  change: string | null;
}

/** A set of rules in a version, with the date from which it holds. Events name the version that they were judged by. */
export interface RuleSetPublished {
  /** Place and cause. */
  meta: Meta;
  /** Name of the set, such as referral. */
  set: string;
  /** Its version, from 1. */
  version: number;
  /** From when it holds. */
  inForceFrom: number;
  /** The text, as JSON. */
  document: string;
  /** Proposal that was approved; null for what a release brought as first version. */
  change: string | null;
}

/** Which States are party to an instrument since when, as a source had it (vocabulary 3.2 R3.1). */
export interface TreatyStatusPublished {
  /** Place and cause. */
  meta: Meta;
  /** Code of the instrument, such as COE-185. */
  instrument: string;
  /** Its version, from 1. */
  version: number;
  /** State of the source. */
  asOf: number;
  /** From when it holds. */
  inForceFrom: number;
  /** The text, as JSON. */
  document: string;
  /** Proposal that was approved; null for what a release brought as first version. */
  change: string | null;
}

/** Each event by its name; `meta` comes first in all of them. */
export interface EventRecords {
  AccessGranted: AccessGranted;
  AccessRefused: AccessRefused;
  AccessRequested: AccessRequested;
  Corrected: Corrected;
  DelayNotified: DelayNotified;
  EnteredInError: EnteredInError;
  EvidenceAdvanced: EvidenceAdvanced;
  ForwardReturned: ForwardReturned;
  HandoverOffered: HandoverOffered;
  InformationProvided: InformationProvided;
  InformationRequested: InformationRequested;
  JurisdictionConsultationConcluded: JurisdictionConsultationConcluded;
  JurisdictionConsultationOpened: JurisdictionConsultationOpened;
  OutcomeReported: OutcomeReported;
  ReferralAccepted: ReferralAccepted;
  ReferralAcknowledged: ReferralAcknowledged;
  ReferralClosed: ReferralClosed;
  ReferralExpired: ReferralExpired;
  ReferralForwarded: ReferralForwarded;
  ReferralReceived: ReferralReceived;
  ReferralRejected: ReferralRejected;
  ReferralReopened: ReferralReopened;
  ReferralSubmitted: ReferralSubmitted;
  ReferralWithdrawn: ReferralWithdrawn;
  ReferralsBundled: ReferralsBundled;
  ReleaseApproved: ReleaseApproved;
  ReleaseRefused: ReleaseRefused;
  ReleaseRequested: ReleaseRequested;
  Supplemented: Supplemented;
  TransferApproved: TransferApproved;
  TransferRefused: TransferRefused;
  TransferRequested: TransferRequested;
  WithdrawalConfirmed: WithdrawalConfirmed;
  WithdrawalDeclined: WithdrawalDeclined;
  WithdrawalRequested: WithdrawalRequested;
  WorkResumed: WorkResumed;
  WorkStarted: WorkStarted;
  WorkSuspended: WorkSuspended;
  DeadlineMissed: DeadlineMissed;
  DeadlineWarned: DeadlineWarned;
  EscalationAnswered: EscalationAnswered;
  EscalationRaised: EscalationRaised;
  OnwardRefusalAnswered: OnwardRefusalAnswered;
  OnwardRefused: OnwardRefused;
  PreservationConfirmed: PreservationConfirmed;
  PreservationExpiring: PreservationExpiring;
  PreservationReleased: PreservationReleased;
  PreservationRequested: PreservationRequested;
  PriorityChanged: PriorityChanged;
  PriorityDisputed: PriorityDisputed;
  PrioritySet: PrioritySet;
  SafeguardingConfirmed: SafeguardingConfirmed;
  SafeguardingNotified: SafeguardingNotified;
  VoiceContactRecorded: VoiceContactRecorded;
  CommandRefused: CommandRefused;
  CapacityNotified: CapacityNotified;
  ChangeApproved: ChangeApproved;
  ChangeCommented: ChangeCommented;
  ChangeDeclined: ChangeDeclined;
  ChangeProposed: ChangeProposed;
  ChangeWithdrawn: ChangeWithdrawn;
  ClientRegistered: ClientRegistered;
  ClientRevoked: ClientRevoked;
  CodeListPublished: CodeListPublished;
  ContactPointChanged: ContactPointChanged;
  ExerciseEnded: ExerciseEnded;
  ExerciseStarted: ExerciseStarted;
  JurisdictionLanesAssigned: JurisdictionLanesAssigned;
  LessonRecorded: LessonRecorded;
  MaintenanceNotified: MaintenanceNotified;
  MemberAdmitted: MemberAdmitted;
  MemberLeft: MemberLeft;
  MemberProposed: MemberProposed;
  MemberSuspended: MemberSuspended;
  RuleSetPublished: RuleSetPublished;
  TreatyStatusPublished: TreatyStatusPublished;
}
