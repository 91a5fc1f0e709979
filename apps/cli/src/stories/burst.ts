import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { z } from 'zod';
import { type ApiAnswer, jsonOf } from '../bus/api.js';
import { codeOf } from '../bus/staff.js';
import { isTransient } from '../simulate/back-off.js';
import type { Actor } from './actor.js';
import { LaneEnds } from './lane-ends.js';
import { NotAsTold } from './not-as-told.js';

const itemShape = z.looseObject({
  status: z.int(),
  id: z.string().optional(),
  busPosition: z.string().optional(),
  retryAfter: z.int().optional(),
  problem: z.looseObject({ code: z.string() }).optional(),
});
const batchShape = z.looseObject({ results: z.array(itemShape) });

/** As the API takes it. */
const MOST_ITEMS = 500;
/** Enough that a sender's quota is met, whatever it is. */
const AT_ONCE = 8;
const PAUSE_MS = 1_000;

interface Item {
  readonly idempotencyKey: string;
  readonly referral: object;
}

/** A flood of referrals in batches, repeated with the same keys until each is accepted, as a company's backend would send them. */
export class Burst {
  /** By key: what it was accepted as. */
  readonly accepted = new Map<string, string>();
  /** How often it was told to come back later, by code. */
  readonly turnedAway = new Map<string, number>();
  /** Batches that were sent once more although they had been answered. */
  repeated = 0;
  readonly ends = new LaneEnds();

  constructor(private readonly sender: Actor) {}

  /** Of every fifth batch the answer counts as lost. @throws NotAsTold for a refusal, or a repetition that is answered otherwise */
  async send(referrals: readonly object[]): Promise<void> {
    const items = referrals.map((referral) => ({ idempotencyKey: v7(), referral }));
    const size = Math.min(MOST_ITEMS, Math.ceil(items.length / AT_ONCE));
    const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
      items.slice(at * size, (at + 1) * size),
    );
    let next = 0;
    const sendNext = async (): Promise<void> => {
      for (let at = next++; at < batches.length; at = next++) {
        await this.#insist(batches[at] ?? []);
        if (at % 5 === 0) await this.#repeat(batches[at] ?? []);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  }

  async #repeat(batch: readonly Item[]): Promise<void> {
    this.repeated += 1;
    await this.#insist(batch);
  }

  /** Sends what is not accepted yet until all of it is. */
  async #insist(batch: readonly Item[]): Promise<void> {
    for (let left = batch; left.length > 0;) {
      const answer = await this.sender.once('/v1/referrals:batch', { items: left });
      const { open, wait } = this.#read(left, answer);
      left = open;
      if (left.length > 0) await delay(wait);
    }
  }

  #read(batch: readonly Item[], answer: ApiAnswer): { open: readonly Item[]; wait: number } {
    if (isTransient(answer.status)) return { open: batch, wait: this.#later(codeOf(answer), retryAfterOf(answer)) };
    if (answer.status !== 200) throw new NotAsTold(`a batch was answered ${answer.status} ${codeOf(answer)}`);
    const { results } = batchShape.parse(jsonOf(answer));
    let wait = 0;
    const open = batch.filter((item, at) => {
      const { status, id, busPosition, problem, retryAfter } = results[at] ?? { status: 0 };
      if (status === 201 && id !== undefined) return void this.#take(item, id, busPosition);
      if (!isTransient(status)) throw new NotAsTold(`a report of the burst was refused: ${problem?.code ?? status}`);
      wait = Math.max(wait, this.#later(problem?.code ?? String(status), retryAfter));
      return true;
    });
    return { open, wait };
  }

  #take({ idempotencyKey }: Item, id: string, token: string | undefined): void {
    const known = this.accepted.get(idempotencyKey);
    if (known !== undefined && known !== id) throw new NotAsTold(`one key was accepted as ${known} and as ${id}`);
    this.accepted.set(idempotencyKey, id);
    this.ends.add(token);
  }

  /** @returns how long to wait, in ms @throws NotAsTold where it is not said */
  #later(code: string, seconds: number | undefined): number {
    if (seconds === undefined) throw new NotAsTold(`${code} was answered without Retry-After`);
    this.turnedAway.set(code, (this.turnedAway.get(code) ?? 0) + 1);
    return seconds * PAUSE_MS;
  }
}

function retryAfterOf({ headers }: ApiAnswer): number | undefined {
  const seconds = headers.get('retry-after');
  return seconds === null ? undefined : Number(seconds);
}
