import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '#libs/contracts';
import { leg, type Leg, type LegCommand } from '#libs/domain';
import { DomainError } from '#libs/kernel';
import { changesOf, ImpossibleEventError, MemoryTables } from '#libs/projections';
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
import { referralTable } from './referral/referral.table.js';
import { timelineTable } from './timeline/timeline.table.js';

const id = referralId(1);

function viewOf(events: readonly RecordedEvent[], tables = new MemoryTables()): MemoryTables {
  for (const event of events) tables.apply(changesOf(agencyViews, event));
  return tables;
}

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

type Said = 'ReceiveReferral' | 'AcknowledgeReferral' | 'AcceptReferral' | 'RejectReferral';

const commandsSaid = fc.array(
  fc.constantFrom<Said>('ReceiveReferral', 'AcknowledgeReferral', 'AcceptReferral', 'RejectReferral'),
  { maxLength: 8 },
);

function command(type: 'SubmitReferral' | Said, now: number): LegCommand {
  const actor = { ...(type === 'SubmitReferral' ? sender : recipient), client: 'backend', person: 'officer-7' };
  const meta = { actor, now };
  const first = submission();
  switch (type) {
    case 'SubmitReferral':
      if (first.type !== 'ReferralSubmitted') throw new TypeError('not a submission');
      return { type, meta, data: first.data, priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] } };
    case 'AcceptReferral':
      return { type, meta, data: { scope: 'FULL', reason: null } };
    case 'RejectReferral':
      return {
        type,
        meta,
        data: { reason: 'DATA_NOT_HELD', partialConsidered: true, suggested: null, duplicateOf: null },
      };
    default:
      return { type, meta, data: {} };
  }
}

/** Commands one after the other, as the write side would take them; illegal ones leave nothing. */
function play(said: readonly Said[]): { events: RecordedEvent[]; states: Leg[] } {
  const script = new LaneScript();
  const states: Leg[] = [];
  let state = leg.initialState();
  for (const type of ['SubmitReferral', ...said] as const) {
    for (const event of decided(command(type, START), state)) {
      script.append(id, [event]);
      const { meta } = script.events.at(-1) ?? {};
      state = leg.evolve(state, event, {
        at: meta?.acceptedAt ?? 0,
        eventId: meta?.eventId ?? '',
        person: null,
        synthetic: false,
      });
      states.push(state);
    }
  }
  return { events: script.events, states };
}

function decided(said: LegCommand, state: Leg): ReturnType<typeof leg.decide> {
  try {
    return leg.decide(said, state);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

describe('after every event, whatever was said', () => {
  it('the view has the state of vocabulary 2.3, as the write side has it', () => {
    fc.assert(
      fc.property(commandsSaid, (said) => {
        const { events, states } = play(said);
        const tables = new MemoryTables();
        events.forEach((event, index) => {
          viewOf([event], tables);
          const state = states[index]?.referral;
          const [row] = tables.rows(referralTable);
          expect(row?.['status']).toBe(state?.status);
          expect(row?.['position']).toBe(event.meta.position);
          if (state?.status !== 'NONE') expect(row?.['since']).toEqual(new Date(state?.since ?? 0));
        });
      }),
    );
  });
});
