import { v7 } from 'uuid';
import { groupOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { inDatabase } from '../nemesis/databases.js';
import { metricOf } from '../nemesis/metrics.js';
import { RawTopics } from '../nemesis/raw-topics.js';
import { NotInjected } from '../not-injected.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

const CHECK = 'refused_by_the_harness';

/** The view's own database refuses one referral: content that is impossible for this consumer, and for no other. */
async function refusing(scene: Scene, reference: string): Promise<void> {
  await inDatabase(scene.bus, 'views', (client) =>
    client.query(
      `ALTER TABLE ${schemaOf(agencyViews)}.referral ADD CONSTRAINT ${CHECK} CHECK (reference IS DISTINCT FROM '${reference}') NOT VALID`,
    ),
  );
  scene.undo.push(() => allowing(scene));
}

const allowing = (scene: Scene): Promise<void> =>
  inDatabase(scene.bus, 'views', async (client) => {
    await client.query(`ALTER TABLE ${schemaOf(agencyViews)}.referral DROP CONSTRAINT IF EXISTS ${CHECK}`);
  });

const parked = (scene: Scene): Promise<number> =>
  metricOf(scene.app('agency-views'), 'bus_consumer_events_parked_total');

interface Sent {
  readonly reference: string;
  readonly id: string;
  readonly position: string;
}

/** A batch through the front door, every item of which must be accepted. */
async function sendBatch(scene: Scene, size: number): Promise<Sent[]> {
  const run = `BATCH-${Date.now()}`;
  const items = Array.from({ length: size }, (_, at) => ({
    idempotencyKey: v7(),
    referral: {
      to: { agency: scene.prng.pick(['PH-WCPC', 'GB-NCP', 'FR-NCP', 'DE-NCP']) },
      reference: `${run}-${at}`,
      synthetic: true,
      incident: { offenceType: 'SOLICITATION' },
      priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
    },
  }));
  const answer = await scene.bus.ask('referrals', 'US-CLEAR', '/v1/referrals:batch', {
    method: 'POST',
    body: { items },
  });
  const results = answer.json.results ?? [];
  return items.map(({ referral }, at) => {
    const { id, busPosition: position } = results[at] ?? {};
    if (id === undefined || position === undefined)
      throw new Error(`item ${at} was not accepted: ${answer.text.slice(0, 300)}`);
    return { reference: referral.reference, id, position };
  });
}

const shown = async (scene: Scene, { id, position }: Sent): Promise<number> =>
  (
    await scene.bus.ask('agency-views', 'US-CLEAR', `/v1/referrals/${id}`, {
      headers: { 'bus-min-position': position },
    })
  ).status;

/** One event of a batch cannot be applied: it is parked, all others flow, and it comes in once its cause is mended. */
async function oneOfMany(scene: Scene, size: number): Promise<void> {
  await scene.pass(200, 1_500);
  const before = await parked(scene);
  const bad = await poisoned(scene, size);
  await scene.signalled('the event is parked with its reason', async () => (await parked(scene)) > before);
  const listed = await scene.bus.bus(['parking', 'list']).done;
  if (!listed.stdout.includes(bad.id)) scene.fail(`bus parking list does not name ${bad.id}`);
  const status = await shown(scene, bad);
  if (status !== 503) scene.fail(`the parked referral is answered ${status}, not 503`);
  await allowing(scene);
  const redriven = await scene.bus.bus(['parking', 'redrive', groupOf(agencyViews), bad.id]).done;
  scene.note(`redriven: ${redriven.stdout.trim()}${redriven.stderr.trim()}`);
  if ((await shown(scene, bad)) !== 200) scene.fail(`${bad.id} is not shown after it was redriven`);
}

async function poisoned(scene: Scene, size: number): Promise<Sent> {
  const at = scene.prng.between(0, size - 1);
  // The references follow from the time, so the constraint is put in place between the batch and its relay: the consumer is held.
  scene.links.tcp('agency-views>kafka').fault({ held: true }, 'toClient');
  const sent = await sendBatch(scene, size);
  const bad = sent[at];
  if (!bad) throw new Error('no batch');
  await refusing(scene, bad.reference);
  await scene.links.tcp('agency-views>kafka').heal();
  scene.note(`item ${at} of ${size} is one that the view cannot store`);
  for (const other of [sent[(at + 1) % size], sent.at(-1)]) {
    if (!other || other === bad) continue;
    const status = await shown(scene, other);
    if (status !== 200) scene.fail(`${other.reference}, which is sound, is answered ${status}`);
  }
  return bad;
}

/** Records that somebody else puts on the topics: none of them has a place. */
async function forgeries(scene: Scene, raw: RawTopics): Promise<number> {
  const filled = await raw.filled();
  const place = scene.prng.pick(filled);
  const elsewhere = { ...place, lane: (place.lane + 1) % 60 };
  const [real] = await raw.read(place);
  if (!real) throw new Error('the lane is empty');
  const headers = real.headers;
  const altered = Buffer.from(real.value ?? []);
  altered.writeUInt8(altered.readUInt8(altered.length - 1) ^ 1, altered.length - 1);
  const deep = Buffer.from(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
  const forged = [
    { key: 'x', value: Buffer.from('not an event') },
    { key: 'x', value: null },
    { key: null, value: deep },
    { key: real.key, value: altered, headers },
    { key: 'other', value: real.value, headers },
    {
      key: real.key,
      value: real.value,
      headers: { ...headers, 'bus-place': `${place.lane}/999999//${'0'.repeat(64)}` },
    },
    { key: real.key, value: Buffer.alloc(900_000, 7), headers },
    { key: real.key, value: Buffer.of(0), headers },
  ];
  for (const message of forged) await raw.append(place, [message]);
  await raw.append(elsewhere, [{ key: real.key, value: real.value, headers }]);
  await raw.append(place, [{ key: 'big', value: Buffer.alloc(10 << 20) }]).then(
    () => scene.fail('the broker took a record of 10 MiB'),
    () => undefined,
  );
  return forged.length + 1;
}

export const recordRows: readonly Row[] = [
  {
    id: 'X16.lanes',
    title: 'whole lanes are on the topics twice and three times',
    inject: async (scene) => {
      await scene.pass(3_000, 6_000);
      const raw = new RawTopics(scene.bus);
      const places = await raw.filled();
      const chosen = places.filter(() => scene.prng.chance(0.4));
      if (chosen.length === 0) throw new NotInjected('no partition was chosen');
      for (const place of chosen) {
        const times = scene.prng.between(1, 2);
        await scene.reaching(`${place.topic} lane ${place.lane} could not be repeated`, async () => {
          const records = await raw.read(place);
          for (let time = times; time > 0; time--) await raw.append(place, records);
        });
      }
      scene.note(`everything in ${chosen.length} of ${places.length} partitions came once or twice more`);
    },
  },
  {
    id: 'X16.thousand',
    title: 'one event is on the topics a thousand times',
    inject: async (scene) => {
      await scene.pass(3_000, 6_000);
      const raw = new RawTopics(scene.bus);
      const place = scene.prng.pick(await raw.filled());
      const record = scene.prng.pick(await raw.read(place));
      for (let hundred = 0; hundred < 10; hundred++)
        await raw.append(
          place,
          Array.from({ length: 100 }, () => record),
        );
      scene.note(`offset ${record.offset} of ${place.topic} lane ${place.lane} came a thousand times more`);
    },
  },
  {
    id: 'X18.forged',
    title: 'records that the relay did not sign: any bytes, none, too many, deep ones, real ones altered or moved',
    spoils: true,
    mayFind: /^alien-record: /,
    inject: async (scene) => {
      await scene.pass(2_000, 5_000);
      const count = await forgeries(scene, new RawTopics(scene.bus));
      scene.note(`${count} forged records`);
      for (const app of ['agency-views', 'audit-trail'] as const) {
        await scene.signalled(
          `${app} counts forged records`,
          async () => (await metricOf(scene.app(app), 'bus_consumer_alien_records_total')) > 0,
        );
      }
    },
  },
  {
    id: 'X18.impossible',
    title: 'an event that the view cannot store: parked, shown as parked, redriven',
    inject: (scene) => oneOfMany(scene, 1),
  },
  {
    id: 'X19',
    title: 'one bad event in a batch of 500',
    inject: (scene) => oneOfMany(scene, 500),
  },
];
