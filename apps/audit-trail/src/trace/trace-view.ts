import { topicAt } from '#libs/contracts';
import { z } from 'zod';
import type { Entry } from '../log/entry.js';

const entryView = z.strictObject({
  id: z.string().meta({ description: '`<lane>.<position>`.' }),
  lane: z.int(),
  position: z.int().meta({ description: 'Leaf number position - 1 of the tree of the lane.' }),
  leaf: z.string().meta({ description: 'RFC 6962 leaf hash, hex.' }),
  topic: z.string(),
  offset: z.int().meta({ description: 'Kafka offset in the topic and lane.' }),
  type: z.string().nullable().meta({ description: 'Name of the event; null where it could not be read.' }),
  eventId: z.string().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  ordinal: z.int().nullable().meta({ description: 'Place among the events of one command.' }),
  of: z.int().nullable().meta({ description: 'How many events the command had.' }),
  actor: z
    .strictObject({
      agency: z.string(),
      role: z.string(),
      country: z.string(),
      client: z.string(),
      person: z.string().nullable().meta({ description: 'Opaque reference.' }),
    })
    .nullable(),
  correlation: z.string().nullable(),
  causation: z.string().nullable().meta({ description: 'The event that caused this one.' }),
  refusal: z
    .strictObject({ command: z.string(), code: z.string() })
    .nullable()
    .meta({ description: 'Of a CommandRefused: what was refused, and with which code.' }),
  undecodable: z
    .string()
    .nullable()
    .meta({ description: 'Why the event could not be read; its leaf and place stand.' }),
});

/** A referral as the examples have it. */
export const exampleReferral = 'PH.17.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b';

export const traceView = z
  .strictObject({
    items: z.array(entryView),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, null on the last.' }),
  })
  .meta({
    example: {
      items: [
        {
          id: '17.42',
          lane: 17,
          position: 42,
          leaf: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
          topic: 'bus.referral.v1',
          offset: 23,
          type: 'ReferralAccepted',
          eventId: '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c',
          acceptedAt: '2026-11-24T09:12:44.310Z',
          ordinal: 1,
          of: 1,
          actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', client: 'ph-wcpc-backend', person: null },
          correlation: '0198c1f0-6f2a-4b6e-9a51-3c1d2e4f5a6d',
          causation: null,
          refusal: null,
          undecodable: null,
        },
      ],
      next: null,
    },
  });

export function entryViewOf(entry: Entry): z.output<typeof entryView> {
  const { lane, position, leaf, type, ordinal, of, correlation, causation, undecodable } = entry;
  return {
    id: `${lane}.${position}`,
    lane,
    position,
    leaf: leaf.toString('hex'),
    topic: topicAt(entry.topic),
    offset: entry.kafka_offset,
    type,
    eventId: entry.event_id,
    acceptedAt: timeOf(entry.accepted_at),
    ordinal,
    of,
    actor: actorOf(entry),
    correlation,
    causation,
    refusal: entry.command !== null && entry.code !== null ? { command: entry.command, code: entry.code } : null,
    undecodable,
  };
}

function actorOf({ agency, role, country, client, person }: Entry): z.output<typeof entryView>['actor'] {
  if (agency === null || role === null || country === null || client === null) return null;
  return { agency, role, country, client, person };
}

/** The largest time that a Date can hold, either way: an event may claim any. */
const MAX_TIME = 8_640_000_000_000_000;

const timeOf = (ms: number | null): string | null =>
  ms === null || Math.abs(ms) > MAX_TIME ? null : new Date(ms).toISOString();
