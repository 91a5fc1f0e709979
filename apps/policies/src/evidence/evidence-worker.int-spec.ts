import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TransientError } from '#libs/kernel';
import { until } from '#libs/testing';
import { newCase, partiesOf, type Parties } from '../../../referrals/src/referral/parties.fixtures.js';
import { type SpecPolicies, startPolicies } from '../policies.fixtures.js';
import { EvidenceDesk } from './evidence-desk.js';
import type { EvidenceSource, Receipts } from './evidence-door.js';
import type { EvidenceWorker } from './evidence-worker.js';

let bus: SpecPolicies;
let parties: Parties;
const workers: EvidenceWorker[] = [];

beforeAll(async () => {
  bus = await startPolicies();
  parties = await partiesOf(bus.app);
}, 60_000);
afterEach(async () => {
  await Promise.all(workers.splice(0).map((each) => each.stop()));
});
afterAll(() => bus.close(), 60_000);

/** In the order in which agency-views kept them. */
const retrieved: string[] = [];

/** Answers as agency-views does, of what it was told. */
class Known implements EvidenceSource {
  readonly available = new Set<string>();
  isAway = false;

  ask(referrals: readonly string[], after: number): Promise<Receipts> {
    if (this.isAway) return Promise.reject(new TransientError('RECEIPTS_AWAY', 503, 1));
    const at = new Date().toISOString();
    return Promise.resolve({
      available: referrals.filter((each) => this.available.has(each)).map((referral) => ({ referral, at })),
      retrieved: retrieved.slice(after).map((referral, index) => ({ referral, at, number: after + index + 1 })),
    });
  }
}

/** Dies where a process may: what was asked is not filed, and what was said is not noted down. */
class DyingDesk extends EvidenceDesk {
  deaths = 0;
  override async said(): Promise<void> {
    this.deaths += 1;
    return Promise.reject(new Error('killed'));
  }
  override async postpone(): Promise<void> {
    return Promise.reject(new Error('killed'));
  }
}

const start = (source: EvidenceSource, desk?: EvidenceDesk): EvidenceWorker => {
  const worker = bus.evidence(source, desk);
  workers.push(worker);
  return worker;
};
const submitted = async (): Promise<string> => (await newCase(parties)).id;
const stepsOf = async (id: string): Promise<string[]> =>
  (await bus.app.events()).flatMap((event) =>
    event.meta.leg === id && event.type === 'EvidenceAdvanced'
      ? [event.data.steps.map(({ step, at }) => `${at === null ? 'NOT ' : ''}${step}`).join(' ')]
      : [],
  );
const has = (id: string, ...steps: string[]): Promise<true> =>
  until(async () => {
    const said = await stepsOf(id);
    return JSON.stringify(said) === JSON.stringify(steps) || undefined;
  }, 20_000);

describe('evidence of delivery (features A8)', () => {
  it('is said of what was read back and could be read, together, and then of what was fetched', async () => {
    const known = new Known();
    const id = await submitted();
    known.available.add(id);
    await bus.bring();
    start(known);
    await has(id, 'RELAYED AVAILABLE');
    retrieved.push(id);
    await has(id, 'RELAYED AVAILABLE', 'RETRIEVED');
  });

  it('is said of the relaying alone while nobody knows more, and of the rest when somebody does', async () => {
    const known = new Known();
    known.isAway = true;
    const id = await submitted();
    await bus.bring();
    start(known);
    await has(id, 'RELAYED');
    known.available.add(id);
    known.isAway = false;
    await has(id, 'RELAYED', 'AVAILABLE');
  });

  it('is not lost where the receipt comes before the submission was read', async () => {
    const known = new Known();
    const id = await submitted();
    retrieved.push(id);
    start(known);
    await has(id, 'RELAYED AVAILABLE RETRIEVED');
    await bus.bring();
    const { rows } = await bus.duties.query('SELECT known, said FROM policies_v1.evidence WHERE leg = $1', [id]);
    expect(rows).toEqual([{ known: 3, said: 3 }]);
  });

  it('is said once, by however many, whoever dies, however often its receipts come', async () => {
    const known = new Known();
    const ids = await Promise.all(Array.from({ length: 10 }, () => submitted()));
    for (const id of ids) known.available.add(id);
    await Promise.all([bus.bring(), bus.bring()]);
    const dying = new DyingDesk(bus.duties);
    start(known, dying);
    await until(() => Promise.resolve(dying.deaths > 0 || undefined), 20_000);
    await Promise.all(workers.splice(0).map((each) => each.stop()));
    await bus.duties.query('UPDATE policies_v1.evidence SET due_at = now() WHERE leg = ANY($1)', [ids]);
    for (let others = 0; others < 2; others++) start(known);
    await until(async () => {
      const { rowCount } = await bus.duties.query('SELECT FROM policies_v1.evidence WHERE leg = ANY($1) AND said < 2', [
        ids,
      ]);
      return rowCount === 0 || undefined;
    }, 20_000);
    for (const id of ids) expect(await stepsOf(id)).toEqual(['RELAYED AVAILABLE']);
  });

  it('says nothing more once the receiver has said a word', async () => {
    const known = new Known();
    const { id, receiver } = await newCase(parties);
    await receiver('receive');
    known.available.add(id);
    await bus.bring();
    start(known);
    const other = await submitted();
    known.available.add(other);
    await bus.bring();
    await has(other, 'RELAYED AVAILABLE');
    expect(await stepsOf(id)).toEqual([]);
  });
});
