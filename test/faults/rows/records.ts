import { metricOf } from '../nemesis/metrics.js';
import { RawTopics } from '../nemesis/raw-topics.js';
import { NotInjected } from '../not-injected.js';
import type { Row } from '../row.js';
import type { Scene } from '../scene.js';

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
];
