import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { topics } from '#libs/contracts';
import { until } from '#libs/testing';
import { Forger, type TopicRecord } from '../client/forger.js';
import { CANARY, INJECTIONS } from '../client/injections.js';
import { command, seen, submissionTo } from '../client/population.js';
import type { Scene } from '../scene.js';

const SENDER = 'CA-CLEAR';
/** What the relay says of a record, and what some consumer of others believes, as an HTTP client would like to say it. */
const SMUGGLED = ['bus-place', 'bus-schema', 'bus-mac', 'bus-key', 'ce_type', 'kafka-topic', 'content-type-avro'];
const SHOWN_MS = 20_000;
const PLAIN = 'Plain Company Ltd';

/** Each tag as it opens, with its attributes: what stands between tags is text. */
const tagsOf = (html: string): string[] =>
  [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag.replaceAll(/"[^"]*"/g, '""'));

/** Z14 behind the doors: in exports, and on the topics. */
export function textElsewhere(scene: () => Scene): void {
  let forger: Forger;
  beforeAll(async () => {
    forger = new Forger(scene().bus);
    await forger.connect();
  });
  afterAll(() => forger.close());

  it.each(['csv', 'html'])(
    'in a timeline that is exported as %s',
    async (format) => {
      let tags: string[] | undefined;
      // what a correction says of the reporter stands in the timeline: first a name that is none, so that this can be seen
      for (const text of [PLAIN, ...INJECTIONS.filter((each) => /^[ -~]+$/.test(each))]) {
        const { json } = await command(scene().bus, SENDER, '/v1/referrals', submissionTo('PH-CHILD', 1));
        const id = json.id ?? '';
        const reporter = { company: text, role: 'INDUSTRY_TS' };
        const correction = { reason: 'FACTUAL_ERROR', reporter };
        const { position } = await command(scene().bus, SENDER, `/v1/referrals/${id}/correct`, correction);
        await seen(scene().bus, SENDER, id, position);
        const path = `/v1/referrals/${id}/timeline?format=${format}`;
        const { status, headers, body: told } = await scene().get('PH-CHILD', 'agency-views', path);
        expect([text, status, headers['x-content-type-options']]).toEqual([text, 200, 'nosniff']);
        if (text === PLAIN) expect(told).toContain(PLAIN);
        if (format === 'csv') expect(told.split('\r\n').filter((line) => /(^|,)"?[=+\-@\t|]/.test(line))).toEqual([]);
        else expect([text, tagsOf(told)]).toEqual([text, (tags ??= tagsOf(told))]);
      }
    },
    120_000,
  );

  it('in headers of a request, of which none becomes a header of a record', async () => {
    const plain = await recordOf({});
    const smuggled = await recordOf(Object.fromEntries(SMUGGLED.map((name) => [name, CANARY])));
    expect(Object.keys(smuggled.headers).sort()).toEqual(Object.keys(plain.headers).sort());
    const values = Object.values(smuggled.headers).flatMap((each) => (Array.isArray(each) ? each : [each]));
    expect(values.filter((value) => Buffer.from(value ?? '').includes(CANARY))).toEqual([]);
    expect(smuggled.value?.includes(CANARY)).toBe(false);
  }, 60_000);

  /** What a submission with these headers becomes on its topic. */
  async function recordOf(headers: Readonly<Record<string, string>>): Promise<TopicRecord> {
    const { status, json } = await scene().bus.ask('referrals', SENDER, '/v1/referrals', {
      method: 'POST',
      headers: { 'idempotency-key': v7(), ...headers },
      body: submissionTo('PH-CHILD', 1),
    });
    expect(status).toBe(201);
    const id = json.id ?? '';
    const lane = Number(id.split('.')[1]);
    return until(
      async () => (await forger.read(topics.referral, lane)).find(({ value }) => value?.includes(id) === true),
      SHOWN_MS,
    );
  }
}
