import { ordinalOf, type RecordedEvent, topics } from '#libs/contracts';
import { advance, formatBusPosition } from '#libs/kernel';
import { type Change, defineProjection, type EventOf, type Projection, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { itemsOf } from './feed.derived.sql.js';
import { eventTable, itemTable, openingTable } from './feed.tables.js';
import { calledBeside, granted, readersOf, type Said, told, type Viewpoint } from './said.js';

/** How long who was called upon may see the state of a leg: as long as a person needs who was called upon at a weekend. */
const CALLED_MS = 7 * 86_400_000;

const tellings = Object.fromEntries(
  Object.entries(told).map(([name, say]) => [
    name,
    (event: RecordedEvent) => telling(event, (say as (event: RecordedEvent) => Said)(event)),
  ]),
) as Projection['on'];

/** What each agency is told, in the order in which it became visible to that agency (design 3 "An agency's feed"). */
export const agencyFeed = feedOfVersion(1); // raise it to build the next one beside this one

/** The same feed as another version, to stand beside this one. */
export function feedOfVersion(version: number): Projection {
  const name = 'agency_feed';
  return defineProjection({
    name,
    version,
    topics: [topics.referral, topics.escalation],
    tables: [eventTable, openingTable, itemTable],
    on: {
      ...tellings,
      ReferralSubmitted: (event) => [telling(event, told.ReferralSubmitted(event)), ...submission(event)],
      ReleaseRequested: (event) => [
        telling(event, told.ReleaseRequested(event)),
        opening(event, event.data.from.agency, 'SENDER'),
      ],
      AccessGranted: (event) => [
        telling(event, told.AccessGranted(event)),
        opening(event, event.data.requester, granted(event.data), new Date(event.data.until)),
      ],
      // who is called upon must know of the leg to answer: its state and outcome, for a time
      EscalationRaised: (event) => [
        telling(event, told.EscalationRaised(event)),
        ...calledBeside(event.data).map((agency) => openingForATime(event, agency)),
      ],
      // and a national contact, to take up what is stuck
      OnwardRefused: (event) => [
        telling(event, told.OnwardRefused(event)),
        ...event.data.audience.map((agency) => openingForATime(event, agency)),
      ],
      // whose country is to consult, and who called for that
      JurisdictionConsultationOpened: (event) => [
        telling(event, told.JurisdictionConsultationOpened(event)),
        ...consulted(event),
      ],
      JurisdictionConsultationConcluded: (event) => [
        telling(event, told.JurisdictionConsultationConcluded(event)),
        ...consulted(event),
      ],
      // however long the answer took
      OnwardRefusalAnswered: (event) => [
        telling(event, told.OnwardRefusalAnswered(event)),
        ...event.data.audience.map((agency) => openingForATime(event, agency)),
      ],
    },
    derived: itemsOf({ name, version }),
  });
}

function telling(event: RecordedEvent, said: Said): Change {
  const { meta, type, topic } = event;
  const { lane, position, actor } = meta;
  return upsert(eventTable, {
    lane,
    position,
    referral: legOf(event),
    type,
    event_id: meta.eventId,
    at: new Date(meta.acceptedAt),
    synthetic: meta.synthetic,
    agency: actor.agency,
    role: actor.role,
    country: actor.country,
    person: actor.person,
    readers: readersOf(event),
    mentions: said.mentions,
    data: said.data,
    reached: formatBusPosition({ lane, position, vector: advance(meta.after, ordinalOf(topic), position) }),
  });
}

/** Both parties; and who sent the case first, where it was handed on: state and outcome of every leg (vocabulary 2.4 I1). */
function submission(event: EventOf<'ReferralSubmitted'>): Change[] {
  const { from, to, chain } = event.data;
  const [first] = chain ?? [];
  const others = first && first.agency !== from.agency && first.agency !== to.agency ? [first.agency] : [];
  return [
    opening(event, from.agency, 'SENDER'),
    opening(event, to.agency, 'RECIPIENT'),
    ...others.map((agency) => opening(event, agency, 'STATE')),
  ];
}

const consulted = (event: EventOf<'JurisdictionConsultationOpened' | 'JurisdictionConsultationConcluded'>): Change[] =>
  (event.data.audience ?? []).map((agency) => opening(event, agency, 'CONSULTED'));

const openingForATime = (event: RecordedEvent, agency: string): Change =>
  opening(event, agency, 'STATE', new Date(event.meta.acceptedAt + CALLED_MS));

function opening(event: RecordedEvent, agency: string, viewpoint: Viewpoint, until: Date | null = null): Change {
  const { lane, position } = event.meta;
  return upsert(openingTable, { referral: legOf(event), agency, lane, position, viewpoint, until });
}
