import { v7 } from 'uuid';
import { type LegCommandName, escalationWords, routeOf } from '#libs/domain';
import { type ApiAnswer, type ApiRequest, jsonOf } from '../../../apps/cli/src/bus/api.js';
import { codeOf } from '../../../apps/cli/src/bus/staff.js';
import { type BusLine, entryOf, requestOf } from '../../../apps/cli/src/simulate/bus-line.js';
import type { Player } from '../../../apps/cli/src/simulate/cast.js';
import type { Prng } from '../../../apps/cli/src/simulate/prng.js';

/** What the answer to a word names. */
export interface Heard {
  readonly id?: string;
  /** Of what was said: a word that comes later can be about it. */
  readonly part?: string;
  readonly onward?: { readonly leg: string };
  /** Of a proposal. */
  readonly change?: string;
}

/** What a submission was answered: the id of the referral, or why it was not taken. */
export type Tried = { readonly id: string; readonly refused: null } | { readonly id: null; readonly refused: string };

/** Part of the words that are said twice under the same key, as by who lost the answer. */
const AGAIN = 0.3;

/** An agency's backend, which says a word until its answer is final and writes each answer down. */
export class Speaker {
  constructor(
    private readonly line: BusLine,
    private readonly player: Player,
    private readonly prng: Prng,
  ) {}

  /** @returns the id of the referral */
  async submits(body: { readonly reference: string }): Promise<string> {
    const { id } = await this.#say('SubmitReferral', '/v1/referrals', { body, reference: body.reference });
    return named(id, 'id');
  }

  /** Submits once, whatever comes of it; said again under the same key it is the same submission. */
  async tries(body: { readonly reference: string }, key: string): Promise<Tried> {
    const said = { player: this.player, command: 'SubmitReferral', key, target: null, reference: body.reference };
    const headers = { 'Idempotency-Key': key, 'Bus-Person': 'p-1' };
    const request = { method: 'POST', path: '/v1/referrals', headers, body: JSON.stringify(body) } as const;
    const { answer } = await this.#exchange(said, request);
    if (!answer || answer.status >= 300) return { id: null, refused: answer ? codeOf(answer) : 'no answer' };
    return { id: named((jsonOf(answer) as Heard).id, 'id'), refused: null };
  }

  /** Wants a referral to be released by a second person. @returns its id */
  async wantsReleased(body: object): Promise<string> {
    return named((await this.#say('RequestRelease', '/v1/referrals:request-release', { body })).id, 'id');
  }

  /** @param person an opaque reference, where it takes another than the usual one */
  says(leg: string, command: LegCommandName, body: object = {}, person?: string): Promise<Heard> {
    const family = Object.hasOwn(escalationWords, command) ? 'escalations' : 'referrals';
    return this.#say(command, `/v1/${family}/${leg}/${routeOf(command)}`, { body, target: leg, person });
  }

  /** A word about who takes part, by which rules. Who says it is whom its token names. */
  saysOfMembership(command: string, path: string, body: object = {}): Promise<Heard> {
    return this.#say(command, `/v1/membership/${path}`, { body, person: null });
  }

  /** Reads again and again until this is seen. */
  async comesToSee(path: string, isSeen: (json: unknown) => boolean): Promise<void> {
    await this.line.exchange(this.player, { method: 'GET', path }, async (answer) => ({
      done: answer?.status === 200 && isSeen(jsonOf(answer)),
    }));
  }

  async #say(
    command: string,
    path: string,
    {
      body,
      target = null,
      reference = null,
      person = 'p-1',
    }: {
      readonly body: object;
      readonly target?: string | null;
      readonly reference?: string | null;
      readonly person?: string | null | undefined;
    },
  ): Promise<Heard> {
    const said = { player: this.player, command, key: v7(), target, reference };
    const headers = { 'Idempotency-Key': said.key, ...(person !== null && { 'Bus-Person': person }) };
    const request = { method: 'POST', path, headers, body: JSON.stringify(body) } as const;
    const { answer } = await this.#exchange(said, request);
    if (this.prng.chance(AGAIN)) await this.#exchange(said, request);
    if (answer && answer.status < 300) return jsonOf(answer) ?? {};
    throw new Error(
      `${command} of ${this.player.agency} on ${target ?? path} was answered ${answer?.bytes.toString('utf8')}`,
    );
  }

  #exchange(
    said: Parameters<typeof entryOf>[0],
    request: ApiRequest,
  ): Promise<{ readonly answer: ApiAnswer | null; readonly done: true }> {
    return this.line.exchange(this.player, request, async (answer) => {
      await this.line.write([entryOf(said, requestOf(request), answer)]);
      return { answer, done: true };
    });
  }
}

function named(value: string | undefined, what: string): string {
  if (value === undefined) throw new Error(`an answer has no ${what}`);
  return value;
}
