import { z } from 'zod';
import type { ParkedKey } from './parked.js';
import { type Redrive, stateOf } from './redrives.js';

const EXAMPLE_KEY = 'PH.17.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b';
export const exampleConsumer = 'agency_views.v6';
export const exampleKey = EXAMPLE_KEY;

const parkedView = z.strictObject({
  id: z.string(),
  consumer: z.string().meta({ description: 'Name and version.' }),
  key: z.string().meta({ description: 'The referral, or the stream where there is none.' }),
  lane: z.int(),
  position: z.int().meta({ description: 'Of the first event that waits.' }),
  events: z.int().meta({ description: 'How many events wait, the later ones behind the first.' }),
  reason: z.string().meta({ description: 'Why the first cannot be applied.' }),
  since: z.iso.datetime(),
});

export const parkingView = z
  .strictObject({
    items: z.array(parkedView),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, null on the last.' }),
  })
  .meta({
    example: {
      items: [
        {
          id: `${exampleConsumer}/${EXAMPLE_KEY}`,
          consumer: exampleConsumer,
          key: EXAMPLE_KEY,
          lane: 17,
          position: 42,
          events: 2,
          reason: 'SCHEMA_UNKNOWN',
          since: '2026-11-24T09:12:44.310Z',
        },
      ],
      next: null,
    },
  });

export const redriveView = z
  .strictObject({
    id: z.uuid(),
    consumer: z.string(),
    key: z.string(),
    state: z.enum(['pending', 'applied', 'failed']),
    applied: z.int().nullable().meta({ description: 'Events applied; null while pending.' }),
    remaining: z.int().nullable().meta({ description: 'Events that still wait; null while pending.' }),
    reason: z.string().nullable().meta({ description: 'Why the first of those still cannot be applied.' }),
    askedAt: z.iso.datetime(),
    doneAt: z.iso.datetime().nullable(),
  })
  .meta({
    example: {
      id: '0198c1f0-6f2a-4b6e-9a51-3c1d2e4f5a6d',
      consumer: exampleConsumer,
      key: EXAMPLE_KEY,
      state: 'pending',
      applied: null,
      remaining: null,
      reason: null,
      askedAt: '2026-11-24T09:14:00.000Z',
      doneAt: null,
    },
  });

export const parkedViewOf = (
  consumer: string,
  { key, lane, position, events, reason, since }: ParkedKey,
): z.output<typeof parkedView> => ({
  id: `${consumer}/${key}`,
  consumer,
  key,
  lane,
  position,
  events,
  reason,
  since: since.toISOString(),
});

export const redriveViewOf = (consumer: string, key: string, redrive: Redrive): z.output<typeof redriveView> => ({
  id: redrive.id,
  consumer,
  key,
  state: stateOf(redrive),
  applied: redrive.applied,
  remaining: redrive.remaining,
  reason: redrive.reason,
  askedAt: redrive.askedAt.toISOString(),
  doneAt: redrive.doneAt?.toISOString() ?? null,
});
