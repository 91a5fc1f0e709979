import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BusEvent, Priority } from '#libs/contracts';
import { tellTimeAhead } from '#libs/projections';
import pg from 'pg';
import { happened } from '../../../../libs/domain/src/referral/histories.fixtures.js';
import {
  LaneScript,
  prioritySet,
  received,
  recipient,
  referralId,
  sender,
  submission,
} from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum, pageOf, walk } from '../spec-reads.fixtures.js';
import { worklistCounts } from './worklist-counts.view.js';
import { ENDED_LISTED_DAYS } from './worklists.js';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const asked = [happened.asked];
const rejected = [happened.rejected];
const expired = [happened.expired];
const reopened = [...rejected, happened.reopened];
const elsewhere = { agency: 'FR-UNIT', role: 'LE_UNIT', country: 'FR' };

describe('what came back to its sender', () => {
  let bus: SpecBus;
  let owner: pg.Pool;
  const now = Date.now();
  const names = new Map<string, string>();

  interface Leg {
    readonly name: string;
    readonly then: readonly BusEvent[];
    /** Before now, when it was sent and when that was said. */
    readonly sent?: number;
    readonly said?: number;
    readonly level?: Exclude<Priority, 'UNKNOWN'>;
    readonly synthetic?: boolean;
  }

  /** A lane of one sender’s legs, each under a reference of its own. */
  class Sent {
    readonly script: LaneScript;
    constructor(
      readonly lane: number,
      readonly from = sender,
    ) {
      this.script = new LaneScript(lane);
    }

    leg({ name, then, sent = 2 * DAY, said = DAY, level = 'P3', synthetic = false }: Leg): this {
      const id = this.#id(name);
      const from = { ...this.from };
      const how = (ago: number) => ({ acceptedAt: now - ago, synthetic });
      this.script.append(id, [submission({ from, reference: name }), prioritySet(level)], how(sent));
      this.script.append(id, [received, ...then], how(said));
      return this;
    }

    /** The same case to somebody else. */
    again(name: string, reference: string | null, how: { ago: number; synthetic?: boolean; hop?: number }): this {
      const { ago, synthetic = false, hop = 0 } = how;
      const said = submission({ from: { ...this.from }, to: elsewhere, reference, hop });
      this.script.append(this.#id(name), [said, prioritySet()], { acceptedAt: now - ago, synthetic });
      return this;
    }

    async publish(): Promise<void> {
      await bus.publish(this.script.rows);
      await pageOf(bus, '/v1/inbox', recipient, minimum(this.script));
    }

    #id(name: string): string {
      const id = referralId(names.size, this.lane);
      names.set(id, name);
      return id;
    }
  }

  beforeAll(async () => {
    bus = await SpecBus.start();
    owner = new pg.Pool({ connectionString: bus.databaseUrl, max: 1 });
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await bus.stop();
  });

  const returned = async (caller = sender, limit = 50): Promise<string[]> => {
    const items = await walk(bus, `/v1/worklists/returned-to-me?limit=${limit}`, caller);
    return items.map(({ id }) => names.get(id) ?? id);
  };
  const counted = async (caller = sender): Promise<number | undefined> => {
    const body = worklistCounts.parse(await (await bus.get('/v1/worklists', caller)).json());
    return body.items.find(({ id }) => id === 'returned-to-me')?.count;
  };

  describe('in its order', () => {
    const from = { agency: 'US-ORDER', role: 'CLEARINGHOUSE', country: 'US' };
    const order = [
      ...['urgent, asked', 'urgent, rejected'],
      ...['asked long ago', 'asked lately', 'expired first', 'rejected since', 'expired last'],
      'less urgent, asked',
    ];

    beforeAll(async () => {
      await new Sent(1, from)
        .leg({ name: 'expired last', then: expired, sent: 40 * DAY, said: DAY })
        .leg({ name: 'expired first', then: expired, sent: 38 * DAY, said: 20 * DAY })
        .leg({ name: 'rejected since', then: rejected, sent: 39 * DAY, said: 10 * DAY })
        .leg({ name: 'less urgent, asked', then: asked, sent: 90 * DAY, level: 'P4' })
        .leg({ name: 'urgent, rejected', then: rejected, sent: 41 * DAY, level: 'P1' })
        .leg({ name: 'asked lately', then: asked, sent: DAY })
        .leg({ name: 'urgent, asked', then: asked, sent: DAY, level: 'P1' })
        .leg({ name: 'asked long ago', then: asked, sent: 3 * DAY })
        .publish();
    });

    it('is what is asked before what ended, of each level: the longest waiting, then what ended first', async () => {
      expect(await returned(from)).toEqual(order);
    });

    it('is the same on pages of any size', async () => {
      for (const limit of [1, 2, 3]) expect(await returned(from, limit)).toEqual(order);
    });

    it('is counted as it is listed', async () => {
      expect(await counted(from)).toBe(order.length);
    });
  });

  describe('and ended', () => {
    beforeAll(async () => {
      await new Sent(2)
        .leg({ name: 'asked', then: asked, sent: 90 * DAY })
        .leg({ name: 'nearly over', then: rejected, sent: 60 * DAY, said: ENDED_LISTED_DAYS * DAY - 10 * MINUTE })
        .leg({ name: 'over', then: expired, sent: 60 * DAY, said: ENDED_LISTED_DAYS * DAY + MINUTE })
        .leg({ name: 'reopened', then: reopened })
        .leg({ name: 'sent again', then: rejected })
        .again('to somebody else', 'sent again', { ago: DAY / 2 })
        .leg({ name: 'sent to two from the beginning', then: rejected })
        .again('the other of two', 'sent to two from the beginning', { ago: 2 * DAY })
        .leg({ name: 'sent again in a drill', then: rejected })
        .again('the drill', 'sent again in a drill', { ago: DAY / 2, synthetic: true })
        .leg({ name: 'passed on by another', then: rejected })
        .again('onward', 'passed on by another', { ago: DAY / 2, hop: 1 })
        .publish();
      await new Sent(3, { ...sender, agency: 'US-OTHER' })
        .again('another sender’s', 'sent again in a drill', { ago: DAY / 2 })
        .publish();
    });

    const left = ['nearly over', 'sent to two from the beginning', 'sent again in a drill', 'passed on by another'];

    it('is listed until it is reopened, its sender sends it again under its reference, or thirty days have passed', async () => {
      expect(await returned()).toEqual(['asked', ...left]);
    });

    it('is counted as it is listed', async () => {
      expect(await counted()).toBe(1 + left.length);
    });

    it('leaves by the time of the bus, and what is asked does not', async () => {
      await tellTimeAhead(owner, 20 * MINUTE);
      expect(await returned()).toEqual(['asked', ...left.slice(1)]);
      await tellTimeAhead(owner, ENDED_LISTED_DAYS * DAY);
      expect(await returned()).toEqual(['asked']);
      expect(await counted()).toBe(1);
    });
  });
});
