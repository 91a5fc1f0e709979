import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { LedgerFile } from '#libs/verification';
import { Api } from '../../apps/cli/src/bus/api.js';
import { type ClientCredentials, DataFolder } from '../../apps/cli/src/bus/data-folder.js';
import { Tokens } from '../../apps/cli/src/bus/tokens.js';
import { BusLine, type Look, type Told } from '../../apps/cli/src/simulate/bus-line.js';
import { Pulse } from '../../apps/cli/src/simulate/pulse.js';

/** How long an agency goes on asking before it gives a request up; its attempts stand in the ledger. */
const PATIENCE_MS = 15_000;
/** And once one had to be given up, which a sound bus leads to in no scenario: a lane stands still for good. */
const LITTLE_PATIENCE_MS = 3_000;

export interface Submission {
  readonly from?: string;
  readonly to?: string;
  readonly level?: 'P1' | 'P2' | 'P3' | 'P4';
  readonly reference?: string;
  readonly key?: string;
  readonly sentAt?: Date;
}

export type Word = 'receive' | 'acknowledge' | 'accept' | 'reject';

export interface Saying {
  readonly by?: string;
  readonly key?: string;
  readonly body?: object;
}

const COMMANDS = {
  receive: 'ReceiveReferral',
  acknowledge: 'AcknowledgeReferral',
  accept: 'AcceptReferral',
  reject: 'RejectReferral',
} as const;

const BODIES = {
  receive: {},
  acknowledge: {},
  accept: { scope: 'FULL' },
  reject: { reason: 'INSUFFICIENT_INFO' },
} as const;

/** The agencies of a deployment, with a ledger of everything that they were told. */
export class Agencies {
  readonly #folder: DataFolder;
  readonly #clients: readonly ClientCredentials[];
  readonly #api: Api;
  readonly #ended = new AbortController();
  #reference = 0;
  #patience = PATIENCE_MS;

  private constructor(
    readonly ledger: string,
    private readonly file: LedgerFile,
    folder: string,
  ) {
    this.#folder = new DataFolder(folder);
    this.#clients = this.#folder.credentials().clients;
    this.#api = new Api(this.#folder, new Tokens(this.#folder));
  }

  /** @param folder data folder of the deployment */
  static async open(folder: string): Promise<Agencies> {
    const ledger = `${folder}/ledger.jsonl`;
    return new Agencies(ledger, await LedgerFile.open(ledger), folder);
  }

  async close(): Promise<void> {
    this.#ended.abort();
    await this.file.close();
  }

  /** Until its answer is final; null when it was given up. */
  async submit(submission: Submission = {}): Promise<Told | null> {
    const { from = 'US-CLEAR', key = v7() } = submission;
    const body = this.bodyOf(submission);
    const said = {
      player: this.#player(from),
      command: 'SubmitReferral',
      key,
      target: null,
      reference: body.reference,
    };
    const request = { method: 'POST', path: '/v1/referrals', headers: keyed(key), body: JSON.stringify(body) } as const;
    return this.#patiently((line) => line.command(said, request));
  }

  bodyOf({ to = 'PH-WCPC', level = 'P3', reference, sentAt }: Submission) {
    this.#reference += 1;
    return {
      to: { agency: to },
      reference: reference ?? `R-${this.#reference}`,
      incident: { offenceType: 'SOLICITATION', modifiers: [] },
      files: [{ kind: 'CHAT_LOG', count: 1 }],
      nexus: [{ country: to.slice(0, 2), basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
      priority: { level, reasons: ['IDENTIFIED_SUSPECT'] },
      ...(sentAt && { sentAt: sentAt.toISOString() }),
      synthetic: true,
    };
  }

  /** The recipient's word on a referral, until its answer is final; null when it was given up. */
  async say(
    id: string,
    word: Word,
    { by = 'PH-WCPC', key = v7(), body = BODIES[word] }: Saying = {},
  ): Promise<Told | null> {
    const said = { player: this.#player(by), command: COMMANDS[word], key, target: id, reference: null };
    const headers = { ...keyed(key), 'Bus-Person': `${by.toLowerCase()}-1` };
    const request = {
      method: 'POST',
      path: `/v1/referrals/${id}/${word}`,
      headers,
      body: JSON.stringify(body),
    } as const;
    return this.#patiently((line) => line.command(said, request));
  }

  async look(look: Omit<Look, 'player'> & { readonly by: string }): Promise<Told | null> {
    return this.#patiently((line) => line.look({ ...look, player: this.#player(look.by) }));
  }

  #player(agency: string) {
    const client = this.#clients.find((each) => each.agency === agency);
    if (!client) throw new Error(`${agency} is no agency of the demonstration`);
    return { agency, country: agency.slice(0, 2), role: client.roles[0] ?? '', client };
  }

  /** @throws Error when the bus does not understand what a scenario says: nothing would happen, and nothing be found */
  async #patiently(ask: (line: BusLine) => Promise<Told>): Promise<Told | null> {
    const told = await this.#answered(ask);
    if (told?.code === 'CONTENT_INVALID') throw new Error(`${told.command} is not understood any more`);
    return told;
  }

  async #answered(ask: (line: BusLine) => Promise<Told>): Promise<Told | null> {
    const patience = this.#patience;
    const signal = AbortSignal.any([this.#ended.signal, AbortSignal.timeout(patience)]);
    const line = new BusLine({ api: this.#api, ledger: this.file, pulse: new Pulse(), signal });
    const over = delay(patience + 1_000, null, { ref: false });
    const told = await Promise.race([
      ask(line).catch((error: unknown) => (signal.aborted ? null : Promise.reject(error as Error))),
      over,
    ]);
    if (told === null) this.#patience = LITTLE_PATIENCE_MS;
    return told;
  }
}

const keyed = (key: string): Record<string, string> => ({ 'Idempotency-Key': key });
