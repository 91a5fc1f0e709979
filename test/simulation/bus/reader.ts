import { type Topic, topics, TOPICS_IN_USE } from '#libs/contracts';
import type { LogRecord } from '#libs/event-log';
import {
  type Applier,
  type Consumer,
  type DecodedRecord,
  groupOf,
  ImpossibleEventError,
  listenAlone,
  openConsumer,
  projectionApplier,
} from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { kafkaOf } from '../kafka/client.js';
import { findEffects, recordEffects } from '../postgres/consumer-statements.js';
import type { SimulatedProcess } from '../world/world.js';
import { Member, type Running } from './member.js';
import { macKeys, metrics, type Outside } from './outside.js';
import { poolOf } from './shipper.js';

/** A consumer of the run: its topics and what it does with their events. */
export interface ReaderKind {
  readonly consumer: Consumer;
  readonly applier: Applier;
}

/** Referrals with this in their reference cannot be shown by the view: their events are parked. */
export const UNSHOWABLE = 'UNSHOWABLE';

/** Agencies' views as they are, over the topics that they read. */
export const views: ReaderKind = {
  consumer: agencyViews,
  applier: recorded(groupOf(agencyViews), refusing(projectionApplier(agencyViews))),
};

const trailConsumer: Consumer = { name: 'trail', version: 1, topics: [...TOPICS_IN_USE] };

/** A consumer like the audit trail: every topic, never parks, and compares every record that comes again. */
export const trail: ReaderKind = {
  consumer: trailConsumer,
  applier: recorded(groupOf(trailConsumer), {
    parking: 'never',
    apply: () => Promise.resolve(),
    contradicting: async (tx, again) => {
      const { rows } = await tx.query<{ lane: number; position: number; leaf: Buffer }>(findEffects, [
        groupOf(trailConsumer),
      ]);
      const leaves = new Map(rows.map(({ lane, position, leaf }) => [`${lane}/${position}`, leaf]));
      return again.filter(({ lane, position, leaf }) => !leaves.get(`${lane}/${position}`)?.equals(leaf));
    },
  }),
};

/** A consumer of one topic of several: it passes over what it does not read. */
const escalationsConsumer: Consumer = { name: 'escalations', version: 2, topics: [topics.escalation] };

export const escalations: ReaderKind = {
  consumer: escalationsConsumer,
  applier: recorded(groupOf(escalationsConsumer), { parking: 'park', apply: () => Promise.resolve() }),
};

/** Says what it applied in the transaction of the effects themselves. */
function recorded(group: string, applier: Applier): Applier {
  return {
    ...applier,
    apply: async (tx, records) => {
      const each = <T>(pick: (record: LogRecord) => T): T[] => records.map(({ record }) => pick(record));
      const values = [each(({ lane }) => lane), each(({ position }) => position), each(({ leaf }) => leaf)];
      await tx.query(recordEffects, [group, ...values]);
      await applier.apply(tx, records);
    },
  };
}

function refusing(applier: Applier): Applier {
  const isUnshowable = ({ event }: DecodedRecord): boolean =>
    event?.type === 'ReferralSubmitted' && event.data.reference === UNSHOWABLE;
  return {
    ...applier,
    apply: async (tx, records) => {
      if (records.some(isUnshowable)) throw new ImpossibleEventError('EVENT_UNSHOWABLE');
      await applier.apply(tx, records);
    },
  };
}

/** Its upkeep looks every 200 ms, 500 ms and second. */
const POLLS_UP_TO_MS = 1_000;

/** A process that consumes: transport, runner and checkpoints as they are. */
export class Reader extends Member<Running> {
  constructor(
    name: string,
    outside: Outside,
    readonly kind: ReaderKind,
    private readonly batch: number,
  ) {
    super(name, outside);
  }

  get topics(): readonly Topic[] {
    return this.kind.consumer.topics;
  }

  protected run(process: SimulatedProcess): Promise<Running> {
    const { views: server, broker } = this.outside;
    process.pollsUpTo = POLLS_UP_TO_MS;
    const logger = this.outside.loggerOf(process);
    const opened = openConsumer({
      ...this.kind,
      client: kafkaOf(process, broker, logger),
      topicPrefix: '',
      macKeys,
      metrics,
      logger,
      pool: poolOf(process, server, 4),
      batch: this.batch,
    });
    listenAlone(opened);
    return Promise.resolve({ stop: () => opened.close() });
  }
}
