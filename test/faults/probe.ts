import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { Api, jsonOf } from '../../apps/cli/src/bus/api.js';
import { type ClientCredentials, DataFolder } from '../../apps/cli/src/bus/data-folder.js';
import { Tokens } from '../../apps/cli/src/bus/tokens.js';
import { entryOf, requestOf } from '../../apps/cli/src/simulate/bus-line.js';
import { playerOf } from '../../apps/cli/src/simulate/cast.js';
import { LedgerFile } from '#libs/verification';
import type { Deployment } from '../deployment/index.js';

const PAUSE_MS = 100;
/** In three jurisdictions: one that works says little of the others. */
const ROUTES = [
  ['US-CLEAR', 'PH-WCPC'],
  ['US-VIDEO', 'GB-NCP'],
  ['CA-CLEAR', 'FR-NCP'],
] as const;

/** Sends referrals of its own, to see how long the whole way takes: accepted, shown to the sender, in the trail. */
export class Probe {
  readonly #api: Api;
  readonly #folder: DataFolder;

  private constructor(
    bus: Deployment,
    private readonly ledger: LedgerFile,
  ) {
    this.#folder = new DataFolder(bus.folder);
    this.#api = new Api(this.#folder, new Tokens(this.#folder));
  }

  /** @param ledger its answers are written down there, beside those of the load */
  static async open(bus: Deployment, ledger: string): Promise<Probe> {
    return new Probe(bus, await LedgerFile.open(ledger));
  }

  close(): Promise<void> {
    return this.ledger.close();
  }

  /** Milliseconds until referrals went the whole way. @throws Error after the bound, naming the step */
  async wholeWay(boundMs: number): Promise<number> {
    const begun = performance.now();
    await Promise.all(ROUTES.map(([from, to]) => this.#oneWay(from, to, begun + boundMs)));
    return performance.now() - begun;
  }

  async #oneWay(from: string, to: string, until: number): Promise<void> {
    const { id, position } = await this.#submit(from, to, until);
    const shown = { path: `/v1/referrals/${id}`, headers: { 'Bus-Min-Position': position } };
    await this.#until(from, shown, until, `${id} is not shown to ${from}`, ({ status }) => status === 200);
    const trace = { path: `/v1/audit/trace/${id}`, headers: { 'Bus-Purpose': 'AUDIT' } };
    await this.#until('BUS-DPO', trace, until, `${id} is not in the trail`, ({ items }) => (items?.length ?? 0) >= 2);
  }

  async #submit(from: string, to: string, until: number): Promise<{ id: string; position: string }> {
    const client = this.#client(from);
    const said = {
      player: playerOf(client),
      command: 'SubmitReferral',
      key: v7(),
      target: null,
      reference: `PROBE-${v7()}`,
    };
    const body = JSON.stringify(referralTo(to, said.reference));
    for (;;) {
      const request = {
        method: 'POST',
        path: '/v1/referrals',
        headers: { 'Idempotency-Key': said.key },
        body,
      } as const;
      const entry = entryOf(said, requestOf(request), await this.#api.send(client, request).catch(() => null));
      await this.ledger.write([entry]);
      if (entry.id !== null && entry.position !== null) return { id: entry.id, position: entry.position };
      if (performance.now() > until)
        throw new Error(`a referral of ${from} was not accepted (${entry.status} ${entry.code})`);
      await delay(PAUSE_MS);
    }
  }

  async #until(
    agency: string,
    { path, headers }: { readonly path: string; readonly headers: Record<string, string> },
    until: number,
    what: string,
    seen: (answer: { status: number; items?: unknown[] }) => boolean,
  ): Promise<void> {
    for (;;) {
      const answer = await this.#api.send(this.#client(agency), { method: 'GET', path, headers }).catch(() => null);
      const status = answer?.status ?? 0;
      if (seen({ ...(answer && (jsonOf(answer) as { items?: unknown[] })), status })) return;
      if (performance.now() > until) throw new Error(`${what} (${status})`);
      await delay(PAUSE_MS);
    }
  }

  #client(agency: string): ClientCredentials {
    const client = this.#folder.credentials().clients.find((each) => each.agency === agency);
    if (!client) throw new Error(`there is no client of ${agency}`);
    return client;
  }
}

const referralTo = (agency: string, reference: string): object => ({
  to: { agency },
  reference,
  synthetic: true,
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: agency.slice(0, 2), basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
});
