import { table } from '#libs/projections';
import { escalationColumns } from '../escalation/escalation.columns.js';
import { deliveryColumns } from '../delivery/delivery.columns.js';

/**
 * A referral leg as its parties see it. Who may read a row stands in the row.
 * The database fills some columns in by itself (`referral.columns.ts`).
 *
 * Lists page by (submitted_at, id), newest first, within one agency and one side; each index serves one filter without
 * reading rows that the answer does not show, so an inbox of a million rows pages like one of ten.
 */
export const referralTable = table(
  'referral',
  {
    id: 'text',
    lane: 'integer',
    /** Of the leg's last event in this view. */
    position: 'bigint',
    synthetic: 'boolean',
    sender_agency: 'text',
    sender_role: 'text',
    sender_country: 'text',
    recipient_agency: 'text',
    recipient_role: 'text',
    recipient_country: 'text',
    /** First leg of the case and its sender; this one's own where it is the first. */
    origin: 'text',
    origin_agency: 'text',
    parent: 'text null',
    hop: 'integer',
    status: 'text',
    since: 'timestamptz',
    /** Codes of the event that led to the status. */
    reasons: 'text[]',
    submitted_at: 'timestamptz',
    received_at: 'timestamptz null',
    acknowledged_at: 'timestamptz null',
    accepted_at: 'timestamptz null',
    outcome_at: 'timestamptz null',
    ended_at: 'timestamptz null',
    sender_priority: 'text null',
    sender_reasons: 'text[]',
    receiver_priority: 'text null',
    receiver_reasons: 'text[]',
    /** What drives since a change that says so: a lowering by the receiver, an objection, a decision on it. */
    settled_priority: 'text null',
    reference: 'text null',
    reporter: 'jsonb null',
    offence_type: 'text',
    modifiers: 'text[]',
    occurred_at: 'timestamptz null',
    occurred_zone: 'text null',
    files: 'jsonb',
    nexus: 'jsonb',
    evidence: 'jsonb',
    cross_border: 'jsonb null',
    procedure: 'text null',
    /** Of the submission, which corrections and supplements raise. */
    version: 'integer',
    extradition: 'text null',
    acceptance_scope: 'text null',
    acceptance_reason: 'text null',
    acceptance_conditions: 'text[] null',
    rejection_reason: 'text null',
    partial_considered: 'boolean null',
    suggested: 'jsonb null',
    duplicate_of: 'text null',
    /** Information that the receiver waits for: types, wantedBy, at. */
    asked: 'jsonb null',
    /** Why work rests, and until when: reason, reviewAt. */
    hold: 'jsonb null',
    /** The sender asks for it back: reason, at. */
    withdrawal: 'jsonb null',
    /** Where the case went, or is offered to: to, leg, offered, at. */
    onward: 'jsonb null',
    /** What came back from there, until the receiver goes on: by, leg, cause, reason, at. */
    returned: 'jsonb null',
    /** The last warning of the receiver: reason, impossible, until, at. */
    delay: 'jsonb null',
    /** Countries that consult on jurisdiction: opener, countries, bases, at. */
    consultation: 'jsonb null',
    /** What the last consultation came to: result, lead, at. */
    consulted: 'jsonb null',
    /** bundle, lead, by. */
    bundle: 'jsonb null',
    /** A third agency asked for access or transfer at some time; whether one waits stands in `open_request`. */
    third_asked: 'boolean',
    ...escalationColumns,
    ...deliveryColumns,
  },
  {
    key: ['id'],
    // The first news of a leg, that it arrived, changes no column of an index: with room in its page it costs no entry in any.
    filled: 50,
    indexes: [
      ['recipient_agency', 'synthetic', 'submitted_at', 'id'],
      ['recipient_agency', 'synthetic', 'status', 'submitted_at', 'id'],
      ['sender_agency', 'synthetic', 'submitted_at', 'id'],
      ['sender_agency', 'synthetic', 'status', 'submitted_at', 'id'],
      ['recipient_agency', 'sender_agency', 'synthetic', 'submitted_at', 'id'],
      ['recipient_agency', 'synthetic', 'sender_country', 'submitted_at', 'id'],
      ['sender_agency', 'synthetic', 'recipient_country', 'submitted_at', 'id'],
      ['origin'],
    ],
  },
);
