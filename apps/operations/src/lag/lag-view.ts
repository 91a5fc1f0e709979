import type { LaneMap } from '#libs/domain';
import { z } from 'zod';
import { type LaneLag, totalsOf } from './lag.js';
import type { ConsumerLag, LagReport } from './lag-reader.js';

const seconds = z.number().meta({ description: 'Age of the oldest event that waits; 0 when none does.' });

const totalsView = z.strictObject({
  events: z.int(),
  seconds,
  parked: z.int(),
  stopped: z.int().meta({ description: 'Lanes that stand still with an alarm.' }),
});

const laneView = z.strictObject({
  lane: z.int(),
  class: z.enum(['routine', 'urgent', 'access']),
  jurisdictions: z.array(z.string()),
  head: z.int().meta({ description: 'Position of the last accepted event.' }),
  relayed: z.int().meta({ description: 'Everything up to here is on the topics.' }),
  applied: z.int().meta({ description: 'Position of the last event that this consumer applied or parked.' }),
  events: z.int().meta({ description: 'Events of its topics that it has still to apply; counted up to 100,000.' }),
  seconds: seconds.nullable().meta({ description: 'Age of the oldest of them; null when its time cannot be read.' }),
  parked: z.int(),
  stopped: z.string().nullable().meta({ description: 'Code of the alarm that stopped the lane.' }),
  movedAt: z.iso.datetime().nullable().meta({ description: 'When its checkpoint last moved.' }),
});

const consumerView = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  live: z.boolean().meta({ description: 'Whether this is the version that queries read.' }),
  topics: z.array(z.string()),
  reachable: z
    .boolean()
    .meta({ description: 'False when its database does not answer; then nothing is known of its lanes.' }),
  ...totalsView.shape,
  lanes: z.array(laneView),
});

const lane = {
  lane: 17,
  class: 'routine' as const,
  jurisdictions: ['DE'],
  head: 42,
  relayed: 42,
  applied: 40,
  events: 2,
  seconds: 0.4,
  parked: 0,
  stopped: null,
};

export const lagView = z
  .strictObject({
    at: z.iso.datetime(),
    unrelayed: z.int().meta({ description: 'Accepted events that are not on the topics yet.' }),
    totals: totalsView,
    items: z.array(consumerView),
    next: z.null(),
  })
  .meta({
    example: {
      at: '2026-11-24T09:12:44.310Z',
      unrelayed: 0,
      totals: { events: 2, seconds: 0.4, parked: 0, stopped: 0 },
      items: [
        {
          id: 'agency_views.v6',
          name: 'agency_views',
          version: 1,
          live: true,
          topics: ['bus.referral.v1', 'bus.escalation.v1'],
          reachable: true,
          events: 2,
          seconds: 0.4,
          parked: 0,
          stopped: 0,
          lanes: [{ ...lane, movedAt: '2026-11-24T09:12:43.900Z' }],
        },
      ],
      next: null,
    },
  });

export interface LagFilter {
  readonly consumer?: string | undefined;
  readonly lane?: number | undefined;
}

export function lagViewOf(
  { at, unrelayed, consumers }: LagReport,
  map: LaneMap,
  { consumer, lane }: LagFilter,
): z.output<typeof lagView> {
  const chosen = consumers
    .filter(
      ({
        watched: {
          id,
          consumer: { name },
        },
      }) => consumer === undefined || consumer === id || consumer === name,
    )
    .map((each) => ({ ...each, lanes: each.lanes?.filter((one) => lane === undefined || one.lane === lane) ?? null }));
  return {
    at: new Date(at).toISOString(),
    unrelayed,
    totals: totalsOf(chosen.flatMap(({ lanes }) => lanes ?? [])),
    items: chosen.map((each) => consumerViewOf(each, map)),
    next: null,
  };
}

function consumerViewOf(
  { watched: { id, consumer }, live, lanes }: ConsumerLag,
  map: LaneMap,
): z.output<typeof consumerView> {
  const { name, version, topics } = consumer;
  const all = lanes ?? [];
  return {
    id,
    name,
    version,
    live,
    topics: [...topics],
    reachable: lanes !== null,
    ...totalsOf(all),
    lanes: all.map((each) => laneViewOf(each, map)),
  };
}

const laneViewOf = (each: LaneLag, map: LaneMap): z.output<typeof laneView> => ({
  ...each,
  class: map.classOf(each.lane),
  jurisdictions: map.jurisdictionsOf(each.lane),
  movedAt: each.movedAt === null ? null : new Date(each.movedAt).toISOString(),
});
