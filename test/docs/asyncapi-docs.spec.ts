import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import specs from '@asyncapi/specs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import * as contracts from '#libs/contracts';
import * as eventLog from '#libs/event-log';
import { LaneHistory } from '#libs/testing';
// @ts-expect-error a build tool in plain JavaScript
import { asyncApiOf, yamlOf } from '../../tools/docs/asyncapi.mjs';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/asyncapi.yaml'), 'utf8');

interface AsyncApi {
  readonly channels: Readonly<Record<string, { readonly messages: object }>>;
  readonly components: {
    readonly messages: Readonly<
      Record<string, { readonly headers: { readonly properties: unknown }; readonly payload: { schema: unknown } }>
    >;
  };
}
const document = parse(text) as AsyncApi;
/** Keys only: what is an address or an id is not looked up. */
const ajv = new Ajv({ strict: false, validateFormats: false });
const schemas = [...contracts.schemasByFingerprint.values()];

describe('docs/asyncapi.yaml', () => {
  it('is as it is generated (else: npm run docs)', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const make = asyncApiOf as (from: object) => unknown;
    expect((yamlOf as (content: unknown) => string)(make({ contracts, eventLog, version }))).toBe(text);
  });

  it('is an AsyncAPI 3.0 document', () => {
    const isDocument = ajv.compile(specs.schemasWithoutId['3.0.0']);
    expect([isDocument(document), isDocument.errors?.slice(0, 5)]).toEqual([true, undefined]);
  });

  it.each(schemas.map((schema) => [`${schema.event}.v${schema.version}`, schema] as const))(
    'has the schema of %s as it was released, in the channel of its topic',
    (name, { topic, fingerprintHex }) => {
      const { payload, headers } = document.components.messages[name]!;
      const released = `${JSON.stringify(payload.schema, null, 1)}\n`;
      expect(createHash('sha256').update(released).digest('hex')).toBe(fingerprintHex);
      expect(headers.properties).toMatchObject({ 'bus-schema': { const: fingerprintHex } });
      expect(Object.keys(document.channels[topic]!.messages)).toContain(name);
    },
  );

  it('describes the headers of what the relay sends, and of that message alone', () => {
    ajv.addSchema({ components: document.components }, 'bus');
    const headersOf = (name: string) => ajv.getSchema(`bus#/components/messages/${name}/headers`)!;
    const keys = new eventLog.MacKeys('k1', { k1: Buffer.alloc(32, 1) });
    const ids = new Map(schemas.map(({ fingerprintHex }, index) => [fingerprintHex, index + 1]));
    const { rows } = new LaneHistory(17)
      .append([{ type: 'ReferralReceived', data: { by: 'PH-WCPC', rules: { set: 'referral', version: 1 } } }])
      .append([{ type: 'CommandRefused', data: { command: 'AcceptReferral', target: null, code: 'X', details: {} } }]);
    const sent = rows.map((row) => eventLog.frameEvent(row, ids, keys).headers);
    expect(sent.map((headers) => headersOf('ReferralReceived.v2')(headers))).toEqual([true, false]);
    expect(sent.map((headers) => headersOf('CommandRefused.v1')(headers))).toEqual([false, true]);
    expect(headersOf('ReferralReceived.v2')({ ...sent[0], 'bus-place': '17/01//00' })).toBe(false);
  });
});
