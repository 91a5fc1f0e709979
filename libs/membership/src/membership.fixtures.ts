import { type BusEvent, type Meta, type RecordedEvent, ordinalOf, topics } from '#libs/contracts';
import { busActors, type DirectoryFile, membership, MEMBERSHIP_STREAM } from '#libs/domain';
import type { MembershipSource, Read } from './membership-source.js';

const founding: DirectoryFile = {
  jurisdictions: { PH: { routine: [1], urgent: [36], access: [48] } },
  agencies: [
    { code: 'PH-WCPC', name: 'Desk', country: 'PH', roles: ['LE_UNIT'] },
    { code: 'BUS-OPS', name: 'Operator', country: 'XX', roles: ['SCHEME_ADMIN'] },
  ],
};

export const foundBus = (): BusEvent[] =>
  membership.decide(
    { type: 'FoundBus', meta: { actor: busActors.policy, now: 0 }, data: founding },
    membership.initialState(),
  );

export const suspended: BusEvent = {
  type: 'MemberSuspended',
  data: { agency: 'PH-WCPC', reason: 'SECURITY_INCIDENT', change: null },
};

export const letGo: BusEvent = {
  type: 'MemberLeft',
  data: { agency: 'PH-WCPC', reason: 'OWN_REQUEST', change: null },
};

export const letIn: BusEvent = {
  type: 'MemberAdmitted',
  data: {
    ...{ agency: 'PH-WCPC', name: 'Desk', country: 'PH', roles: ['LE_UNIT'], rights: null, needsRelease: false },
    proposal: null,
  },
};

/** Events of membership as they stand in lane 0; between each two of them is one of another topic. */
export function recorded(events: readonly BusEvent[]): RecordedEvent[] {
  return events.map((event, index) => {
    const after = Array.from({ length: ordinalOf(topics.membership) + 1 }, () => 0);
    after[ordinalOf(topics.membership)] = 2 * index;
    const meta = {
      stream: MEMBERSHIP_STREAM,
      position: 2 * (index + 1),
      after,
      acceptedAt: index,
      eventId: `e-${index}`,
      synthetic: false,
    };
    return { ...event, topic: topics.membership, meta: { ...meta, actor: busActors.policy } as unknown as Meta };
  });
}

/** A source of which a spec says what comes next. */
export class SpokenSource implements MembershipSource {
  readonly everyMs = 20;
  reads = 0;
  next: Read | Error = { events: [], whole: true };

  read(): Promise<Read> {
    this.reads++;
    return this.next instanceof Error ? Promise.reject(this.next) : Promise.resolve(this.next);
  }

  async close(): Promise<void> {}
}
