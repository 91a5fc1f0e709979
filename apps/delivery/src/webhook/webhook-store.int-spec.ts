import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '#libs/platform';
import { createSpecDatabase, type SpecDatabase, until } from '#libs/testing';
import { Pool } from 'pg';
import { migrateDelivery } from '../database/delivery-database.js';
import { WebhookKeys } from '../signing/webhook-keys.js';
import type { Settings, Webhook } from './webhook.js';
import { WebhookChanges } from './webhook-changes.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookStore } from './webhook-store.js';

const agency = 'PH-WCPC';
const by = (client: string): Caller => ({
  ...{ agency, country: 'PH', role: 'LE_UNIT', roles: ['LE_UNIT'] },
  ...{ client, person: null, isPerson: false },
});
const key = () => ({ key: randomBytes(32), request: randomBytes(32) });
const settings: Settings = {
  ...{ url: 'https://one.example/', description: '' },
  ...{ topics: null, types: null, jurisdictions: null, priorities: null },
};

describe('who vouches for a webhook', () => {
  let database: SpecDatabase;
  let pool: Pool;
  let store: WebhookStore;
  let changes: WebhookChanges;
  let id: string;
  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateDelivery(database.url('bus_owner'), { writer: 'bus_delivery' });
    pool = new Pool({ connectionString: database.url('bus_delivery'), max: 4 });
    store = new WebhookStore(pool, new WebhookSecrets(pool, new WebhookKeys('k', { k: randomBytes(32) })));
    changes = new WebhookChanges(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  beforeEach(async () => {
    await pool.query('DELETE FROM delivery.webhook');
    const made = await store.register(by('first'), key(), { ...settings, synthetic: false, cursor: null });
    id = made?.webhook.id ?? '';
    expect(made?.webhook.client).toBe('first');
  });

  const found = async (): Promise<Webhook> => {
    const webhook = await store.find(agency, id);
    if (!webhook) throw new TypeError('there is none');
    return webhook;
  };
  const waiting = async (): Promise<number> => {
    const { rowCount } = await pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rowCount ?? 0;
  };
  const change = async (client: string, changed: Partial<Settings>): Promise<void> => {
    await changes.make(by(client), await found(), key(), { ...settings, ...changed });
  };

  it('is the client that registered it, until another enables it', async () => {
    await store.tested(by('second'), await found());
    await store.disable(by('second'), await found());
    expect(await found()).toMatchObject({ client: 'first', status: 'DISABLED' });
    expect(await store.enable(by('second'), await found())).toMatchObject({ client: 'second', status: 'ACTIVE' });
  });

  it('is who had it lead elsewhere, and not who changed something else since', async () => {
    await store.enable(by('second'), await found());
    await change('third', { url: 'https://two.example/' });
    await change('first', { url: 'https://two.example/', description: 'Case system' });
    await store.rotate(by('first'), await found(), key(), 0);
    expect(await found()).toMatchObject({ client: 'third', description: 'Case system' });
  });

  it('is who came to hold it last, whoever began first', async () => {
    await store.enable(by('first'), await found());
    const seen = await found();
    const holder = await pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM delivery.webhook WHERE id = $1 FOR UPDATE', [id]);
    const moved = changes.make(by('thief'), seen, key(), { ...settings, url: 'https://two.example/' });
    await until(async () => ((await waiting()) === 1 ? true : undefined));
    const enabled = store.enable(by('second'), seen).then(
      () => 'ENABLED',
      () => 'REFUSED',
    );
    await until(async () => ((await waiting()) === 2 ? true : undefined));
    await holder.query('COMMIT');
    holder.release();
    await moved;
    const { client, url } = await found();
    // whoever came first: nobody vouches for an address that another one chose
    expect([url, client]).toEqual(['https://two.example/', 'thief']);
    expect(['ENABLED', 'REFUSED']).toContain(await enabled);
  });

  it('is nobody by what was tried meanwhile', async () => {
    await store.enable(by('second'), await found());
    const stale = await found();
    await change('third', { url: 'https://two.example/' });
    await store.tested(by('first'), stale);
    await change('third', { url: 'https://one.example/' });
    expect(await found()).toMatchObject({ client: 'third', url: 'https://one.example/' });
  });

  it('is disabled with a client that was revoked, and enabled by another', async () => {
    const webhook = await store.enable(by('first'), await found());
    expect(await store.disableFor('CLIENT_REVOKED', webhook)).toBe(true);
    expect(await found()).toMatchObject({ status: 'DISABLED', reason: 'CLIENT_REVOKED' });
    expect(await store.disableFor('CLIENT_REVOKED', webhook)).toBe(false);
    expect(await store.enable(by('second'), await found())).toMatchObject({ status: 'ACTIVE', reason: null });
  });

  it('is not disabled for a client that it was taken from meanwhile', async () => {
    const webhook = await store.enable(by('first'), await found());
    await store.enable(by('second'), await found());
    expect(await store.disableFor('CLIENT_REVOKED', webhook)).toBe(false);
    expect(await found()).toMatchObject({ status: 'ACTIVE', client: 'second' });
  });
});
