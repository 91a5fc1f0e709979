import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { topics } from '#libs/contracts';
import { until } from '#libs/testing';
import { CompressionTypes } from 'kafkajs';
import { groupOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import { Forger, type TopicRecord } from '../client/forger.js';
import { command, seen, submissionTo } from '../client/population.js';
import type { Scene } from '../scene.js';

const CONSUMERS = [groupOf(agencyViews), 'audit_trail.v1'];
/** Reasons of the records that are packed or held back. */
const PACKED = ['BATCH_COMPRESSED', 'BATCH_COMPRESSED', 'MAC_MISSING'];
/** By then an operator must have been told (faults, section 1). */
const ALARM_MS = 10_000;

/** Z9: whoever may produce to the topics and has not the relay's key changes nothing, holds nothing up, and is seen. */
export function forgedRecords(scene: () => Scene): void {
  let forger: Forger;
  let lane: number;
  let real: TopicRecord;
  let other: TopicRecord;

  beforeAll(async () => {
    forger = new Forger(scene().bus);
    await forger.connect();
    lane = await laneOfNew();
    const [first, second] = (await forger.read(topics.referral, lane)).slice(-2);
    if (!first || !second) throw new RangeError('the lane has no two records');
    [real, other] = [second, first];
  }, 30_000);
  afterAll(() => forger.close());

  /** Two new referrals in one lane: the demo map gives JP few. */
  async function laneOfNew(): Promise<number> {
    const lanes: number[] = [];
    for (;;) {
      const { json, position } = await command(scene().bus, 'US-CLEAR', '/v1/referrals', submissionTo('JP-NCP', 1));
      await seen(scene().bus, 'US-CLEAR', json.id ?? '', position);
      const found = Number(json.id?.split('.')[1]);
      if (lanes.includes(found)) return found;
      lanes.push(found);
    }
  }

  /** A referral of the attacked lane is accepted and shown: nothing that was put before it holds it up. */
  async function flows(): Promise<void> {
    const begun = Date.now();
    for (;;) {
      const { json, position } = await command(scene().bus, 'US-CLEAR', '/v1/referrals', submissionTo('JP-NCP', 1));
      await seen(scene().bus, 'JP-NCP', json.id ?? '', position);
      if (Number(json.id?.split('.')[1]) === lane) break;
    }
    expect(Date.now() - begun).toBeLessThan(ALARM_MS);
  }

  /** Alien records by consumer and reason. */
  async function aliens(): Promise<Map<string, number>> {
    const pattern = /bus_consumer_alien_records_total\{consumer="([^"]+)",reason="([^"]+)"\} (\d+)/g;
    return new Map(
      [...(await scene().metrics()).matchAll(pattern)].map(([, consumer, reason, count]) => [
        `${consumer} ${reason}`,
        Number(count),
      ]),
    );
  }

  const text = (name: string, { headers }: TopicRecord = real): string => String(headers[name]);
  const withHeaders = (headers: TopicRecord['headers']): TopicRecord => ({
    ...real,
    headers: { ...real.headers, ...headers },
  });
  const macOf = (secret: string, keyId: string): string =>
    `${keyId}:${createHmac('sha256', secret)
      .update(`bus-mac.v1,${text('bus-place')}`)
      .digest('hex')}`;
  const place = (position: number): string => text('bus-place').replace(/^(\d+)\/\d+/, `$1/${position}`);

  /** What is put on the topic, and why it has no place; null for what is a copy of the relay's own and so a duplicate. */
  const forgeries = (): readonly (readonly [what: string, record: TopicRecord, reason: string | null])[] => [
    ['no headers', { ...real, headers: {} }, 'MAC_MISSING'],
    [
      'the MAC header in other letters',
      { ...real, headers: { ...without('bus-mac'), 'Bus-Mac': text('bus-mac') } },
      'MAC_MISSING',
    ],
    [
      'a key id that nobody has',
      withHeaders({ 'bus-mac': text('bus-mac').replace(/^[^:]+/, 'k9') }),
      'MAC_KEY_UNKNOWN',
    ],
    [
      'a MAC by a key of its own',
      withHeaders({ 'bus-mac': macOf('own', text('bus-mac').split(':')[0] ?? '') }),
      'MAC_INVALID',
    ],
    ['a MAC of zeros', withHeaders({ 'bus-mac': text('bus-mac').replace(/:.*/, `:${'0'.repeat(64)}`) }), 'MAC_INVALID'],
    ['a MAC cut short', withHeaders({ 'bus-mac': text('bus-mac').slice(0, -2) }), 'MAC_INVALID'],
    [
      'a MAC in capitals',
      withHeaders({ 'bus-mac': text('bus-mac').replace(/:.*/, (mac) => mac.toUpperCase()) }),
      'MAC_INVALID',
    ],
    ['the MAC of another record', withHeaders({ 'bus-mac': text('bus-mac', other) }), 'MAC_INVALID'],
    ['all headers of another record', { ...real, headers: other.headers }, 'MAC_INVALID'],
    ['another key', { ...real, key: other.key }, 'MAC_INVALID'],
    ['no key', { ...real, key: null }, 'HEADERS_MALFORMED'],
    ['a key that is no text', { ...real, key: Buffer.of(0xff) }, 'HEADERS_MALFORMED'],
    ['a position to come', withHeaders({ 'bus-place': place(1_000_000) }), 'MAC_INVALID'],
    ['a place that is none', withHeaders({ 'bus-place': 'x' }), 'HEADERS_MALFORMED'],
    ['a place with leading zeros', withHeaders({ 'bus-place': `0${text('bus-place')}` }), 'HEADERS_MALFORMED'],
    ['two places', withHeaders({ 'bus-place': [text('bus-place'), place(1_000_000)] }), 'HEADERS_MALFORMED'],
    ['two MACs', withHeaders({ 'bus-mac': [text('bus-mac'), text('bus-mac')] }), 'HEADERS_MALFORMED'],
    ['another schema', withHeaders({ 'bus-schema': text('bus-schema').replace(/^../, 'ff') }), 'MAC_INVALID'],
    ['a schema that is none', withHeaders({ 'bus-schema': '../x' }), 'HEADERS_MALFORMED'],
    [
      'another content',
      { ...real, value: Buffer.concat([real.value ?? Buffer.alloc(0), Buffer.of(0)]) },
      'MAC_INVALID',
    ],
    ['no content', { ...real, value: null }, 'FRAME_MALFORMED'],
    ['content of nearly a mebibyte', { ...real, value: Buffer.alloc(1_000_000) }, 'MAC_INVALID'],
    ['another lane', { ...real, lane: (lane % 8) + 1 }, 'PLACE_ELSEWHERE'],
    ['another topic', { ...real, topic: topics.escalation }, 'MAC_INVALID'],
    [
      'ten thousand headers',
      withHeaders(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`h${n}`, 'x']))),
      'HEADERS_MALFORMED',
    ],
    ['a copy', real, null],
    [
      'a copy with other CloudEvents attributes',
      withHeaders({ ce_type: 'bus.referral.ReferralAccepted.v1', ce_source: 'urn:evil' }),
      null,
    ],
    ['a copy that names another id of the registry', { ...real, value: otherRegistryId(real.value) }, null],
  ];
  const without = (name: string): TopicRecord['headers'] =>
    Object.fromEntries(Object.entries(real.headers).filter(([key]) => key !== name));

  it('are read past by every consumer, each for its reason, and alarmed in time', async () => {
    const before = await aliens();
    const all = forgeries();
    const begun = Date.now();
    await forger.send(all.map(([, record]) => record));
    const expected = Map.groupBy(
      all.flatMap(([, , reason]) => reason ?? []),
      (reason) => reason,
    );
    const arrived = async (): Promise<true | undefined> => {
      const now = await aliens();
      const missing = CONSUMERS.flatMap((consumer) =>
        [...expected].filter(
          ([reason, { length }]) =>
            (now.get(`${consumer} ${reason}`) ?? 0) - (before.get(`${consumer} ${reason}`) ?? 0) !== length,
        ),
      );
      return missing.length === 0 ? true : undefined;
    };
    await until(arrived, ALARM_MS);
    expect(Date.now() - begun).toBeLessThan(ALARM_MS);
    for (const consumer of CONSUMERS)
      expect(scene().logs()).toMatch(new RegExp(`"level":"error".*"consumer":"${consumer}".*"code":"ALIEN_RECORD"`));
    await flows();
  }, 180_000);

  it('hold nobody up, however they are packed or held back', async () => {
    const junk = { ...real, headers: {}, value: Buffer.alloc(1024 * 1024) };
    await forger.send([junk], CompressionTypes.GZIP);
    await forger.send([junk], CompressionTypes.ZSTD);
    const end = await forger.sendAndHold({ ...real, headers: {} });
    await flows();
    await end();
    await flows();
  }, 180_000);

  it('are told of in the trail', async () => {
    const reasons = [...new Set(forgeries().flatMap(([, , reason]) => reason ?? [])), 'BATCH_COMPRESSED'];
    await until(async () => {
      const { body } = await scene().get('BUS-DPO', 'audit-trail', '/v1/audit/aliens', { 'bus-purpose': 'AUDIT' });
      const items = (JSON.parse(body) as { items: { reason: string }[] }).items.map(({ reason }) => reason);
      return reasons.every((reason) => items.includes(reason)) ? true : undefined;
    }, ALARM_MS);
  }, 20_000);

  it('change nothing: the checks of the bus name each of them on its topic, and find nothing anywhere else', async () => {
    const { stdout } = await scene().bus.bus(['verify', '--json']).done;
    const { checks } = JSON.parse(stdout) as { checks: { name: string; findings: { what: string }[] }[] };
    const onTopics = checks.filter(({ name }) => name.startsWith('topics ')).flatMap(({ findings }) => findings);
    const reasons = onTopics.map(({ what }) => what).sort();
    expect(reasons).toEqual([...forgeries().flatMap(([, , reason]) => reason ?? []), ...PACKED].sort());
    expect(checks.flatMap(({ findings }) => findings)).toHaveLength(onTopics.length);
  }, 180_000);

  it('that ask the relay for refills which cannot be are counted, and shipping goes on', async () => {
    const wishes = [
      '',
      '{',
      'null',
      '[]',
      '{"lane":-1,"after":0,"consumer":"x"}',
      '{"lane":1e99,"after":0,"consumer":"x"}',
    ];
    await forger.askForRefill([...wishes, '{"lane":9999,"after":0,"consumer":"x"}', `"${'['.repeat(100_000)}"`, null]);
    await until(
      async () =>
        /bus_relay_refill_requests_total\{outcome="malformed"\} [1-9]/.test(await scene().metrics()) ? true : undefined,
      ALARM_MS,
    );
    await flows();
  }, 30_000);
}

/** The Confluent frame is a help to strangers' tools: it is not proved, and nobody reads it. */
function otherRegistryId(value: Buffer | null): Buffer {
  const copy = Buffer.from(value ?? Buffer.alloc(0));
  copy.writeUInt32BE(4_000_000_000, 1);
  return copy;
}
