import { audienceOf } from '#libs/access';
import type { RecordedEvent } from '#libs/contracts';
import { arrivalOf, speakerOf } from '#libs/domain';
import { type Change, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { textsIn } from '../referral/reasons-of.js';
import { entryData } from './entry-data.js';
import { timelineTable } from './timeline.table.js';

export function entry(event: RecordedEvent): Change {
  const { eventId, position, acceptedAt, actor } = event.meta;
  const { parties, third } = audienceOf(event);
  return upsert(timelineTable, {
    referral: legOf(event),
    position,
    type: event.type,
    event_id: eventId,
    at: new Date(acceptedAt),
    agency: actor.agency,
    role: actor.role,
    country: actor.country,
    person: actor.person,
    speaker: speakerOf(event),
    parties,
    third,
    status: arrivalOf(event),
    codes: codesIn(event.data),
    rule: ruleOf(event.data),
    data: entryData(event),
  });
}

/** Fields of events that hold codes, one or several. */
const CODES = [
  'side',
  'level',
  'scope',
  'reason',
  'reasons',
  'conditions',
  'cause',
  'types',
  'answered',
  'unavailable',
  'purpose',
  'extent',
  'basis',
  'bases',
  'result',
  'extraditionFlag',
  'obligation',
  'driving',
  'lowering',
  'duty',
  'reply',
  'measure',
  'necessity',
  'followUp',
];

/** Every code that the data of an event says, or the part of them that its reader is shown. */
export function codesIn(data: RecordedEvent['data'] | ShownData): string[] {
  const { outcomes, steps } = data as ShownData;
  return [
    ...textsIn(data, CODES),
    ...(outcomes ?? []).map(({ outcome }) => outcome),
    ...(steps ?? []).map(({ step }) => step),
  ];
}

interface ShownData {
  readonly outcomes?: readonly { readonly outcome: string }[] | null;
  readonly steps?: readonly { readonly step: string }[];
}

function ruleOf(data: RecordedEvent['data']): string | null {
  if (!('rules' in data) || data.rules === null) return null;
  return typeof data.rules === 'string' ? data.rules : `${data.rules.set}/${data.rules.version}`;
}
