import { Agency, membershipIn } from '../../webhooks/agency.js';
import { brokenPromises, missingOf } from '../../webhooks/laws.js';
import { Receiver } from '../../webhooks/receiver.js';
import type { Scene } from '../scene.js';
import { comes } from './cases.js';
import { inDatabase } from './databases.js';

const AGENCY = 'PH-WCPC';
/** That of a desk which is called at any hour (vocabulary 6). */
const ROLE = 'POC_247';

/** An agency's system that is told by a webhook, and writes down every request of it. */
export class Desk {
  readonly receiver = new Receiver();
  readonly agency: Agency;
  #webhook = '';
  #from = '';

  private constructor(private readonly scene: Scene) {
    this.agency = new Agency(scene.bus, AGENCY);
  }

  /** Is told what comes from now on. */
  static async open(scene: Scene): Promise<Desk> {
    const desk = new Desk(scene);
    await desk.receiver.open();
    desk.#from = (await desk.agency.toldSince('')).next;
    desk.#webhook = await desk.agency.webhookTo(desk.receiver, { cursor: desk.#from });
    return desk;
  }

  /** It is also called by its webhook from now on. */
  async isCalled(): Promise<void> {
    const { bus } = this.scene;
    const before = await membershipIn(bus.apps.membership.url);
    const channels = [{ kind: 'WEBHOOK', address: this.#webhook }];
    const point = { availability: 'AROUND_THE_CLOCK', desk: 'Duty officer', phone: '+63285550100', channels };
    await this.agency.say(`/v1/membership/agencies/${AGENCY}/contact-points/${ROLE}`, point);
    await comes(this.scene, 'the desk did not become known', async () => {
      const hearing = [...bus.instancesOf('delivery'), ...bus.instancesOf('policies')];
      const known = await Promise.all(hearing.map(({ url }) => membershipIn(url)));
      return known.every((position) => position > before);
    });
  }

  state(): Promise<{ readonly status: string; readonly failures: number }> {
    return this.agency.webhook(this.#webhook);
  }

  /** Waits until it has all that the feed tells by then. @param except of a referral that it does not take */
  async hasAll(except: () => string = () => ''): Promise<void> {
    await comes(this.scene, 'a receiver was not sent what the feed tells', async () => {
      const { items } = await this.agency.toldSince(this.#from);
      return missingOf(this.receiver.messages, items).every(({ referral }) => referral === except());
    });
  }

  /** It has all of it, and no promise was broken on the way. Then it is gone. */
  async judge(): Promise<void> {
    await this.hasAll();
    const written = [...this.receiver.messages];
    // read later: whatever was sent is in it
    const { items } = await this.agency.toldSince(this.#from);
    const sent = new Set(written.map(({ id }) => id));
    const asFarAsSent = items.filter(({ referral }, at) =>
      items.slice(at).some((later) => later.referral === referral && sent.has(later.id)),
    );
    brokenPromises(written, asFarAsSent).forEach((what) => this.scene.fail(what));
    if (this.receiver.redirected > 0) this.scene.fail('a redirect was followed');
    for (const body of this.receiver.unsigned) this.scene.fail(`what was not signed came: ${body}`);
    this.scene.note(`${written.length} requests for ${new Set(written.map(({ id }) => id)).size} messages`);
    await this.#close();
  }

  async #close(): Promise<void> {
    const { bus } = this.scene;
    await bus.ask('delivery', AGENCY, `/v1/webhooks/${this.#webhook}`, { method: 'DELETE' });
    await comes(this.scene, 'the claim on a webhook is kept after its end', () => isUnclaimed(this.scene));
    await this.receiver.close();
  }
}

const isUnclaimed = (scene: Scene): Promise<boolean> =>
  inDatabase(scene.bus, 'delivery', async (client) => {
    const { rows } = await client.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid NOT IN (SELECT number FROM delivery.webhook)
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows.length === 0;
  });
