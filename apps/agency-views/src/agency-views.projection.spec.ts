import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BusEvent, EVENT_NAMES, newestSchema, type RecordedEvent } from '#libs/contracts';
import type { Leg, Release } from '#libs/domain';
import { DomainError } from '#libs/kernel';
import { changesOf, ImpossibleEventError, MemoryTables } from '#libs/projections';
import { projectionSpec } from '#libs/testing';
import { eventId } from '../../../libs/domain/src/leg/leg.fixtures.js';
import { walk, walks } from '../../../libs/domain/src/leg/walks.fixtures.js';
import {
  accepted,
  acknowledged,
  LaneScript,
  prioritySet,
  received,
  recipient,
  referralId,
  rejectedAsDuplicateOf,
  sender,
  START,
  submission,
  submitted,
} from './agency-views.fixtures.js';
import { agencyViews } from './agency-views.projection.js';
import { partTable } from './parts/part.table.js';
import type { ReferralRow } from './referral/referral-row.js';
import { referralTable } from './referral/referral.table.js';
import { releaseTable } from './release/release.table.js';
import { openRequestTable } from './requests/open-request.table.js';
import { timelineTable } from './timeline/timeline.table.js';

const id = referralId(1);

function viewOf(events: readonly RecordedEvent[], tables = new MemoryTables()): MemoryTables {
  for (const event of events) tables.apply(changesOf(agencyViews, event));
  return tables;
}

const rules = { set: 'escalation', version: 1 };

const lowering = (status: 'PROPOSED' | 'IN_FORCE', driving: 'P1' | 'P3'): BusEvent => ({
  type: 'PriorityChanged',
  data: {
    ...{
      side: 'RECEIVER',
      by: 'PH-WCPC',
      previous: 'P1',
      level: 'P3',
      driving,
      reasons: ['IDENTIFIED_VICTIM'],
      status,
    },
    ...{ lowering: 'CHILD_SAFE_CONFIRMED', approves: null, resolves: null, note: null, rules },
    ...{ riskAssessment: null, externalPriority: null },
  },
});

const objection: BusEvent = {
  type: 'PriorityDisputed',
  data: {
    ...{ by: 'US-CLEAR', change: '0198c1f0-0000-7000-8000-000000000005', previous: 'P3', driving: 'P1', rules },
    ...{ reasons: ['LIVE_ABUSE'], note: null },
  },
};

const rowOf = (events: readonly RecordedEvent[]) => viewOf(events).rows(referralTable)[0];

describe('the view of a referral', () => {
  it('shows what was submitted, to both parties', () => {
    expect(rowOf(new LaneScript().append(id, submitted()).events)).toMatchObject({
      id,
      lane: 1,
      position: 2,
      sender_agency: 'US-CLEAR',
      recipient_agency: 'PH-WCPC',
      status: 'SUBMITTED',
      submitted_at: new Date(START + 1_000),
      sender_priority: 'P3',
      sender_reasons: ['IDENTIFIED_SUSPECT'],
      receiver_priority: null,
      offence_type: 'SOLICITATION',
      files: [{ kind: 'CHAT_LOG', count: 2 }],
    });
  });

  it('keeps both parties’ priorities apart', () => {
    const { events } = new LaneScript().append(id, submitted()).append(id, [prioritySet('P1', 'RECEIVER')]);
    expect(rowOf(events)).toMatchObject({ sender_priority: 'P3', receiver_priority: 'P1', position: 3 });
  });

  it('shows what drives since a change that is in force; what is only proposed changes nothing (vocabulary 1.4 R1.2)', () => {
    const lowered = (status: 'PROPOSED' | 'IN_FORCE') => lowering(status, status === 'IN_FORCE' ? 'P3' : 'P1');
    const script = new LaneScript().append(id, submitted()).append(id, [prioritySet('P1'), lowered('PROPOSED')]);
    expect(rowOf(script.events)).toMatchObject({
      sender_priority: 'P1',
      receiver_priority: null,
      settled_priority: null,
    });
    script.append(id, [lowered('IN_FORCE')]);
    expect(rowOf(script.events)).toMatchObject({
      sender_priority: 'P1',
      receiver_priority: 'P3',
      settled_priority: 'P3',
    });
    script.append(id, [objection]);
    expect(rowOf(script.events)).toMatchObject({ receiver_priority: 'P3', settled_priority: 'P1', position: 6 });
  });

  it('shows of an onward leg its own consultation, and what is carried of an earlier one as entries of its timeline', () => {
    const none = { note: null, rules: null };
    const opened = { opener: recipient, countries: ['PH', 'GB'], bases: [], ...none };
    const ended = { by: recipient.agency, result: 'NO_AGREEMENT' as const, lead: null, ...none };
    const own = { contacts: [], audience: [], carried: null };
    const earlier = { contacts: null, audience: null, carried: { leg: referralId(9), event: eventId(9) } };
    const carriedOpening: BusEvent = {
      type: 'JurisdictionConsultationOpened',
      data: { ...opened, ...earlier, opener: sender, unfilled: null },
    };
    const carriedEnding: BusEvent = {
      type: 'JurisdictionConsultationConcluded',
      data: { ...ended, ...earlier, result: 'LEAD_AGREED', lead: 'GB' },
    };
    const script = new LaneScript().append(id, [
      ...submitted(),
      { type: 'JurisdictionConsultationOpened', data: { ...opened, ...own, unfilled: [] } },
      carriedOpening,
      carriedEnding,
    ]);
    expect(rowOf(script.events)).toMatchObject({ consultation: { opener: recipient }, consulted: null, position: 5 });
    script.append(id, [
      { type: 'JurisdictionConsultationConcluded', data: { ...ended, ...own } },
      carriedOpening,
      carriedEnding,
    ]);
    expect(rowOf(script.events)).toMatchObject({ consultation: null, consulted: { result: 'NO_AGREEMENT' } });
    const entries = viewOf(script.events).rows(timelineTable).slice(2);
    const carried = entries.map(({ data }) => (data as { carried?: unknown }).carried);
    expect(carried).toEqual([
      undefined,
      ...Array(2).fill(earlier.carried),
      undefined,
      ...Array(2).fill(earlier.carried),
    ]);
  });

  it('shows why a referral was refused', () => {
    const { events } = new LaneScript().append(id, [...submitted(), received, rejectedAsDuplicateOf(referralId(9))]);
    expect(rowOf(events)).toMatchObject({
      status: 'REJECTED',
      rejection_reason: 'DUPLICATE',
      duplicate_of: referralId(9),
    });
  });

  it('enters every event into the timeline, of both topics, in the order of the lane', () => {
    const { events } = new LaneScript().append(id, [...submitted(), received, acknowledged, accepted]);
    const entries = viewOf(events).rows(timelineTable);
    expect(entries.map(({ position, type }) => [position, type])).toEqual([
      [1, 'ReferralSubmitted'],
      [2, 'PrioritySet'],
      [3, 'ReferralReceived'],
      [4, 'ReferralAcknowledged'],
      [5, 'ReferralAccepted'],
    ]);
  });

  it('is the same after a second replay', () => {
    const { events } = new LaneScript()
      .append(id, [...submitted(), received, accepted])
      .append(referralId(2), submitted());
    const once = viewOf(events);
    const before = [once.rows(referralTable), once.rows(timelineTable)];
    viewOf(events, once);
    expect([once.rows(referralTable), once.rows(timelineTable)]).toEqual(before);
  });

  it.each([
    ['a priority that this build does not know', prioritySet('UNKNOWN')],
    ['a party that this build does not know', prioritySet('P2', 'UNKNOWN')],
  ])('is left alone by %s: the event is parked', (_name, event) => {
    const { events } = new LaneScript().append(id, [submission(), event]);
    expect(() => viewOf(events)).toThrow(ImpossibleEventError);
  });
});

/** What a row says of its leg, in the words of the write side's state. */
function saidOf(tables: MemoryTables): object {
  const [row] = tables.rows(referralTable) as unknown as ReferralRow[];
  if (!row) return { status: 'NONE', release: tables.rows(releaseTable)[0]?.['status'] };
  const waiting = (kind: string): unknown[] =>
    tables
      .rows(openRequestTable)
      .filter((each) => each['kind'] === kind)
      .map(({ agency }) => agency)
      .sort();
  return {
    status: row.status,
    since: row.since.getTime(),
    sender: row.sender_agency,
    receiver: row.recipient_agency,
    hop: row.hop,
    version: row.version,
    scope: row.acceptance_scope,
    conditions: row.acceptance_conditions,
    reason: row.acceptance_reason ?? row.rejection_reason,
    asked: row.asked?.types ?? null,
    hold: row.hold && { ...row.hold, reviewAt: Date.parse(row.hold.reviewAt) },
    withdrawal: row.withdrawal?.reason ?? null,
    onward: row.onward && { leg: row.onward.leg, to: row.onward.to, offered: row.onward.offered },
    extradition: row.extradition,
    consultation: row.consultation && [row.consultation.opener.agency, row.consultation.countries],
    bundle: row.bundle?.bundle ?? null,
    parts: tables.rows(partTable).filter((part) => part['in_error_at'] === null).length,
    access: waiting('ACCESS'),
    transfer: waiting('TRANSFER'),
  };
}

/** The same of the state that commands are decided on. */
function stateOf({ referral }: Leg): object {
  if (referral.status === 'NONE') return { status: 'NONE', release: releaseOf(referral.release) };
  return {
    status: referral.status,
    since: referral.since,
    sender: referral.sender,
    receiver: referral.receiver,
    hop: referral.hop,
    version: referral.version ?? 1,
    scope: referral.scope ?? null,
    conditions: referral.conditions ?? null,
    reason: referral.reason ?? null,
    asked: referral.asked ?? null,
    hold: referral.hold ?? null,
    withdrawal: referral.withdrawal ?? null,
    onward: referral.onward ?? null,
    extradition: referral.extradition ?? null,
    consultation: referral.consultation ? [referral.consultation.opener, referral.consultation.countries] : null,
    bundle: referral.bundle ?? null,
    parts: Object.keys(referral.parts ?? {}).length,
    access: [...(referral.accessAsked ?? [])].sort(),
    transfer: [...(referral.transferAsked ?? [])].sort(),
  };
}

function releaseOf(release: Release | undefined): string | undefined {
  if (!release) return undefined;
  return release.content === null ? 'REFUSED' : 'PENDING';
}

describe('after every event, whatever was said', () => {
  it('the view has the leg of vocabulary 2.3, as the write side has it', () => {
    fc.assert(
      fc.property(walks, (told) => {
        const script = new LaneScript();
        const tables = new MemoryTables();
        walk(told, ({ word, command, events, state }) => {
          if (events instanceof DomainError) return;
          for (const event of events) {
            const said = { eventId: eventId(script.rows.length + 1), acceptedAt: word.now, actor: command.meta.actor };
            script.append(id, [event], said);
            viewOf(script.events.slice(-1), tables);
          }
          expect(saidOf(tables)).toEqual(stateOf(state));
          const [row = tables.rows(releaseTable)[0]] = tables.rows(referralTable);
          expect(row?.['position'] ?? 0).toBe(script.rows.length);
          expect(tables.rows(timelineTable)).toHaveLength(script.rows.length);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('knows every event of its topics', () => {
    const read = EVENT_NAMES.filter((name) => agencyViews.topics.includes(newestSchema(name).topic));
    expect(Object.keys(agencyViews.on).sort()).toEqual([...read].sort());
  });

  it('is the same when all of it is said again', () => {
    fc.assert(
      fc.property(walks, (told) => {
        const script = new LaneScript();
        walk(told, ({ command, events }) => {
          if (!(events instanceof DomainError)) script.append(id, events, { actor: command.meta.actor });
        });
        expect(() => projectionSpec(agencyViews)(script.events)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
