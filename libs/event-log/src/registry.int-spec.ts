import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { newestSchema, type ReleasedSchema, schemasByFingerprint } from '#libs/contracts';
import { SchemaCatalogue } from './registry.js';

const config = { url: process.env['BUS_TEST_REGISTRY'] ?? '', topicPrefix: `spec-${randomBytes(6).toString('hex')}.` };
const schema = newestSchema('ReferralReceived');

/** The next version of an event with one more field. */
function nextVersion(field: object): ReleasedSchema {
  const shape = JSON.parse(schema.text) as { fields: object[] };
  const text = JSON.stringify({ ...shape, fields: [...shape.fields, field] });
  const fingerprint = createHash('sha256').update(text).digest();
  return { ...schema, version: schema.version + 1, text, fingerprint, fingerprintHex: fingerprint.toString('hex') };
}

describe('the schema catalogue', () => {
  it('knows no id before publication', () =>
    expect(new SchemaCatalogue({ ...config, topicPrefix: `${config.topicPrefix}none.` }).ids()).rejects.toMatchObject({
      code: 'SCHEMA_NOT_PUBLISHED',
    }));

  it('publishes every released schema, and the same ones again without effect', async () => {
    const catalogue = new SchemaCatalogue(config);
    const published = await catalogue.publish();
    expect([...published.keys()].sort()).toEqual([...schemasByFingerprint.keys()].sort());
    expect(await catalogue.publish()).toEqual(published);
    expect(await catalogue.ids()).toEqual(published);
  }, 30_000); // some forty schemas, each compared with its earlier versions

  it('keeps the released text as it is', async () => {
    const id = (await new SchemaCatalogue(config).ids()).get(schema.fingerprintHex);
    const answer = (await (await fetch(`${config.url}/schemas/ids/${id}`)).json()) as { schema: string };
    expect(answer.schema).toBe(schema.text);
  });

  it('refuses a version that earlier readers could not read, and names the subject', async () => {
    const breaking = nextVersion({ name: 'extra', type: 'string', doc: 'No default.' });
    await expect(new SchemaCatalogue(config, [breaking]).publish()).rejects.toMatchObject({
      code: 'SCHEMA_INCOMPATIBLE',
      subject: `${config.topicPrefix}bus.referral.v1-bus.referral.ReferralReceived`,
    });
  });

  it('takes a compatible version beside the old one', async () => {
    const next = nextVersion({ name: 'extra', type: ['null', 'string'], default: null, doc: 'Optional.' });
    const ids = await new SchemaCatalogue(config, [schema, next]).publish();
    expect(new Set(ids.values()).size).toBe(2);
  });

  it('asks by few connections at once, and no longer waits for one that says nothing', async () => {
    const silent: Socket[] = [];
    let most = 0;
    const registry = createServer((socket) => {
      silent.push(socket);
      most = Math.max(most, silent.filter(({ destroyed }) => !destroyed).length);
      socket.on('error', () => undefined).resume();
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
    const url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
    try {
      const asked = new SchemaCatalogue({ ...config, url }, undefined, 100).ids();
      await expect(asked).rejects.toMatchObject({ code: 'REGISTRY_UNREACHABLE' });
      expect([silent.length > 0, most <= 8]).toEqual([true, true]);
    } finally {
      silent.forEach((socket) => socket.destroy());
      registry.close();
    }
  }, 20_000);

  it('says when the registry is not there', async () => {
    const nowhere = new SchemaCatalogue({ ...config, url: 'http://127.0.0.1:1' });
    await expect(nowhere.publish()).rejects.toMatchObject({ code: 'REGISTRY_UNREACHABLE' });
    await expect(nowhere.ids()).rejects.toMatchObject({ code: 'REGISTRY_UNREACHABLE' });
  });
});
