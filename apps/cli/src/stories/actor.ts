import { z } from 'zod';
import { type ApiAnswer, jsonOf } from '../bus/api.js';
import type { ClientCredentials } from '../bus/data-folder.js';
import { codeOf } from '../bus/staff.js';
import { Caller, type Identity } from './caller.js';
import { differences, type Expected } from './differences.js';
import type { LaneEnds } from './lane-ends.js';
import type { Minutes } from './minutes.js';
import { NotAsTold } from './not-as-told.js';
import type { StoryLine } from './story-line.js';

const submittedShape = z.looseObject({ id: z.string() });
const forwardedShape = z.looseObject({ onward: z.looseObject({ leg: z.string() }) });
const timelineShape = z.looseObject({ items: z.array(z.looseObject({ type: z.string() })) });

/** A referral of a story, and how far whoever looks at it must see. */
export interface Referral {
  readonly id: string;
  /** Bus-Position of what was said of it last; null where the bus itself submitted it. */
  position: string | null;
}

/** Somebody who takes part in a story: an agency's backend, a person of it, an operator. What is not as told, throws NotAsTold. */
export class Actor extends Caller {
  readonly #minutes: Minutes;

  constructor(
    { line, minutes }: { readonly line: StoryLine; readonly minutes: Minutes },
    client: ClientCredentials,
    identity: Identity,
  ) {
    super(line, client, identity);
    this.#minutes = minutes;
  }

  /** → Hands a case over. */
  async submits(what: string, referral: object): Promise<Referral> {
    return this.#submitted(what, await this.send('/v1/referrals', { synthetic: true, ...referral }));
  }

  /** → Hands a case over once the bus lets it: apps come to know of what was said of membership soon, and not at once. */
  async comesToSubmit(what: string, referral: object): Promise<Referral> {
    return this.#submitted(what, await this.insist('/v1/referrals', { synthetic: true, ...referral }));
  }

  /** One case among many, which is not written down. @param ends come to have its place @returns its id */
  async hands(referral: object, ends: LaneEnds): Promise<string> {
    const answer = await this.send('/v1/referrals', referral);
    if (answer.status !== 201) throw new NotAsTold(`${this.agency} hands a case over: refused ${codeOf(answer)}`);
    ends.add(answer.headers.get('bus-position'));
    return submittedShape.parse(jsonOf(answer)).id;
  }

  /** Waits until its view of referrals is that far. */
  async reaches({ positions }: LaneEnds): Promise<void> {
    for (const position of positions) await this.read('/v1/inbox?limit=1', position);
  }

  /** → Says a command of a referral. @returns the answer's body */
  async says(what: string, referral: Referral, command: string, body: object = {}): Promise<unknown> {
    const answer = await this.#accepted(what, `/v1/referrals/${referral.id}/${command}`, body);
    referral.position = answer.headers.get('bus-position') ?? referral.position;
    return jsonOf(answer);
  }

  /** → Says a command of a referral's urgency. */
  async saysOfUrgency(what: string, referral: Referral, command: string, body: object = {}): Promise<void> {
    const answer = await this.#accepted(what, `/v1/escalations/${referral.id}/${command}`, body);
    referral.position = answer.headers.get('bus-position') ?? referral.position;
  }

  /** → Passes a referral on. ⇒ Whom it goes to finds a leg that continues it. @returns that leg */
  async passesOn(referral: Referral, next: Actor): Promise<Referral> {
    const to = { agency: next.agency };
    const { onward } = forwardedShape.parse(
      await this.says(`passes it on to ${next.agency}`, referral, 'forward', { to }),
    );
    await next.comesToSee('has a leg that continues it', `/v1/referrals/${onward.leg}`, {
      status: 'SUBMITTED',
      from: { agency: this.agency },
    });
    return { id: onward.leg, position: null };
  }

  /** → Does anything else that the API offers. */
  async does(what: string, path: string, body: object = {}): Promise<{ body: unknown; position: string | null }> {
    const answer = await this.#accepted(what, path, body);
    return { body: jsonOf(answer), position: answer.headers.get('bus-position') };
  }

  /** → Does it once the bus lets it, as `comesToSubmit`. */
  async comesToDo(what: string, path: string, body: object): Promise<void> {
    this.#acted(what, await this.insist(path, body));
  }

  /** → Tries what must be refused with this code. */
  async isRefused(what: string, path: string, body: object, code: string): Promise<void> {
    this.#refused(what, await this.send(path, body), code);
  }

  /** → Tries what comes to be refused with this code. */
  async comesToBeRefused(what: string, path: string, body: object, code: string): Promise<void> {
    this.#refused(what, await this.tryUntilRefused(path, body, code), code);
  }

  /** ⇒ Is shown a referral as it is after what was said of it last. */
  async sees(what: string, referral: Referral, expected: Expected): Promise<void> {
    await this.reads(what, `/v1/referrals/${referral.id}`, expected, referral.position);
  }

  /** ⇒ Reads these events, in this order, in a referral's timeline. */
  async seesEvents(what: string, referral: Referral, types: readonly string[]): Promise<void> {
    const answer = await this.read(`/v1/referrals/${referral.id}/timeline?limit=200`, referral.position);
    const { items } = timelineShape.parse(jsonOf(answer));
    this.#compare(
      what,
      types,
      items.map(({ type }) => type),
    );
    this.#minutes.look(this.agency, what, types.join(' '));
  }

  /** ⇒ Whose feed, read from its beginning, tells of a referral these items and no others. */
  async isTold(what: string, { id, position }: Referral, expected: readonly Expected[]): Promise<void> {
    const items = await this.feed(position);
    this.#compare(
      what,
      expected,
      items.filter(({ referral }) => referral === id),
    );
    this.#minutes.look(this.agency, what, `${expected.length} items`);
  }

  /** ⇒ Reads what is there once the view is as far as `since`. */
  async reads(what: string, path: string, expected: Expected, since: string | null = null): Promise<void> {
    this.#shown(what, await this.read(path, since), expected);
  }

  /** ⇒ Comes to see what the bus does by itself: its policies are soon, and not at once. */
  async comesToSee(what: string, path: string, expected: Expected): Promise<void> {
    const isThere = (answer: ApiAnswer): boolean =>
      answer.status === 200 && differences(expected, jsonOf(answer)).length === 0;
    this.#shown(what, await this.readUntil(path, isThere), expected);
  }

  /** ⇒ Is answered as whoever asks for what does not exist. */
  async isShownNothing(what: string, path: string, since: string | null = null): Promise<void> {
    const answer = await this.read(path, since);
    if (answer.status !== 404) throw new NotAsTold(`${this.agency} ${what}: answered ${answer.status}, and not 404`);
    this.#minutes.look(this.agency, what, '404');
  }

  /** ⇒ Comes to be shown nothing any more, for this reason. */
  async comesToBeShutOut(what: string, path: string, code: string): Promise<void> {
    const answer = await this.readUntil(path, (got) => codeOf(got) === code);
    if (codeOf(answer) !== code) throw new NotAsTold(`${this.agency} ${what}: answered ${codeOf(answer)}`);
    this.#minutes.look(this.agency, what, `${answer.status} ${code}`);
  }

  /** Finds what was just handed over, one case among many. */
  async finds(submitted: ApiAnswer): Promise<void> {
    const { id } = submittedShape.parse(jsonOf(submitted));
    const answer = await this.read(`/v1/referrals/${id}`, submitted.headers.get('bus-position'));
    if (answer.status !== 200) throw new NotAsTold(`${this.agency} does not find ${id}: ${codeOf(answer)}`);
  }

  async #accepted(what: string, path: string, body: object): Promise<ApiAnswer> {
    const answer = await this.send(path, body);
    this.#acted(what, answer);
    return answer;
  }

  #submitted(what: string, answer: ApiAnswer): Referral {
    this.#acted(what, answer);
    return { id: submittedShape.parse(jsonOf(answer)).id, position: answer.headers.get('bus-position') };
  }

  #acted(what: string, answer: ApiAnswer): void {
    if (answer.status >= 300)
      throw new NotAsTold(`${this.agency} ${what}: refused ${codeOf(answer)}: ${answer.bytes.toString('utf8')}`);
    this.#minutes.act(this.agency, what, String(answer.status));
  }

  #refused(what: string, answer: ApiAnswer, code: string): void {
    const heard = answer.status < 400 ? 'nothing refused' : codeOf(answer);
    if (heard !== code) throw new NotAsTold(`${this.agency} ${what}: ${heard} (${answer.status}), and not ${code}`);
    this.#minutes.act(this.agency, what, `refused: ${answer.status} ${code}`);
  }

  #shown(what: string, answer: ApiAnswer, expected: Expected): void {
    if (answer.status !== 200) throw new NotAsTold(`${this.agency} ${what}: answered ${codeOf(answer)}`);
    this.#compare(what, expected, jsonOf(answer));
    this.#minutes.look(this.agency, what, wordsOf(expected));
  }

  #compare(what: string, expected: Expected, actual: unknown): void {
    const found = differences(expected, actual);
    if (found.length > 0) throw new NotAsTold(`${this.agency} ${what}: ${found.join('; ')}`);
  }
}

/** What was expected, short enough for a line. */
function wordsOf(expected: Expected): string {
  const words = JSON.stringify(expected).replaceAll(/["{}]/g, '').replaceAll(',', ' ').replaceAll(':', ' ');
  return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}
