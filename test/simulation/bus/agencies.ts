import type { Leg } from '#libs/domain';
import type { Outcome } from '#libs/journal';
import { DomainError, TransientError } from '#libs/kernel';
import type { CommandStep } from '../plan/commands.js';
import { SimulatedProcess, type World } from '../world/world.js';
import { commandOf, newReferralId, type Said, submitterOf, UNSTORABLE, uuidFrom } from './commands.js';
import type { Writer } from './writer.js';

/** An answer that stands: what the agency may rely on. */
export interface Standing {
  readonly said: Said;
  readonly agency: string;
  readonly answer: Outcome<Leg> | DomainError;
}

interface Errand {
  readonly step: CommandStep;
  readonly said: Said;
  answered: boolean;
}

const PATIENCE_MS = { least: 300, most: 6_000 };
const PAUSE_MS = { least: 50, most: 800 };

/**
 * The agencies that use the bus. Each errand is said, with its key, to one writer or the other until an answer stands; an answer
 * that does not come, or says that it is not known, means: say it again.
 */
export class Agencies {
  /** Called in the writer's process, in the moment in which the answer leaves. */
  onAnswer: (standing: Standing) => void = () => undefined;
  /** Called likewise for an answer that says no more than to ask again. */
  onTurnedAway: (said: Said, code: string) => void = () => undefined;
  readonly #world: World;
  readonly #process: SimulatedProcess;
  readonly #writers: readonly Writer[];
  readonly #errands: Errand[] = [];
  /** Ids of referrals, as their submissions were answered. */
  readonly #ids = new Map<number, string>();
  readonly #keys = new Map<number, string>();
  readonly #hopeless = new Set<number>();

  constructor(world: World, writers: readonly Writer[]) {
    this.#world = world;
    this.#process = new SimulatedProcess(world, 'agencies');
    this.#writers = writers;
  }

  get open(): readonly Said[] {
    return this.#errands.filter(({ answered }) => !answered).map(({ said }) => said);
  }

  say(step: CommandStep): void {
    const { what, lane, reference, key, otherRequest } = step;
    const request = `${what} ${step.leg}${otherRequest ? ', other' : ''}`;
    const errand = { step, said: { what, lane, reference, request, key: this.#keyOf(key) }, answered: false };
    this.#errands.push(errand);
    this.#process.soon(() => this.#attempt(errand));
  }

  /** Some keys carry their time, others are any text. */
  #keyOf(number: number): string {
    const known = this.#keys.get(number) ?? (number % 3 === 0 ? `key-${number}` : uuidFrom(this.#process.chance));
    this.#keys.set(number, known);
    return known;
  }

  #attempt(errand: Errand): void {
    const { chance } = this.#process;
    const { said, step } = errand;
    const id = said.what === 'submit' ? newReferralId(said.lane, chance) : this.#ids.get(step.leg);
    if (id === undefined) {
      this.#waitForId(errand);
      return;
    }
    const writer = chance.one(this.#writers);
    const attempt = { over: false };
    const again = (): void => {
      if (attempt.over || errand.answered) return;
      attempt.over = true;
      this.#process.after(chance.between(PAUSE_MS.least, PAUSE_MS.most), () => {
        if (!errand.answered) this.#attempt(errand);
      });
    };
    this.#world.say('agencies', () => `ask ${writer.name} to ${said.request} (${said.key.slice(-4)})`);
    const command = commandOf(said, idFor(said, id), refusalLane(said), uuidFrom(chance));
    this.#send(writer, command, said, (answer) => {
      if (answer) this.#settle(errand, answer);
      else again();
    });
    this.#process.after(chance.between(PATIENCE_MS.least, PATIENCE_MS.most), again);
  }

  #send(
    writer: Writer,
    command: ReturnType<typeof commandOf>,
    said: Said,
    reply: (answer: Standing['answer'] | null) => void,
  ): void {
    const { chance } = this.#process;
    const { process } = writer;
    this.#world.after(this.#world.latency(chance), process, () =>
      writer.handle(command, (answer) => {
        const stands = !(answer instanceof Error) || answer instanceof DomainError;
        if (stands) this.onAnswer({ said, agency: submitterOf(said.what), answer });
        else if (answer instanceof TransientError) this.onTurnedAway(said, answer.code);
        this.#world.say(process.name, () => `answers ${said.key.slice(-4)}: ${answerText(answer)}`);
        this.#world.after(this.#world.latency(chance), this.#process, () => reply(stands ? answer : null));
      }),
    );
  }

  #settle(errand: Errand, answer: Standing['answer']): void {
    errand.answered = true;
    this.#world.changed();
    const { what } = errand.said;
    if (what !== 'submit') return;
    if (!(answer instanceof Error) && answer.kind === 'recorded') {
      const leg = answer.events[0]?.meta.leg;
      if (leg != null) this.#ids.set(errand.step.leg, leg);
    } else this.#hopeless.add(errand.step.leg);
  }

  /** A referral that nobody submits, or that was refused, is never heard of. */
  #waitForId(errand: Errand): void {
    const { leg } = errand.step;
    const coming = this.#errands.some(({ step, answered }) => step.leg === leg && step.what === 'submit' && !answered);
    if (!coming && this.#hopeless.has(leg)) {
      errand.answered = true;
      this.#world.changed();
    } else this.#process.after(PAUSE_MS.most, () => this.#attempt(errand));
  }

  /** No more submissions will come: what waits for one that was never planned is given up. */
  closeBooks(): void {
    for (const { step } of this.#errands) if (!this.#isSubmitted(step.leg)) this.#hopeless.add(step.leg);
  }

  #isSubmitted(leg: number): boolean {
    return this.#errands.some(({ step }) => step.leg === leg && step.what === 'submit');
  }
}

/** PostgreSQL refuses a text with a NUL in it, whatever batch it comes in. */
const idFor = ({ reference }: Said, id: string): string => (reference === UNSTORABLE ? `${id}\0` : id);

/** Refusals come into the lane of the referral itself, so that three topics share it. */
const refusalLane = ({ lane }: Said): number => lane;

function answerText(answer: Outcome<Leg> | Error): string {
  if (answer instanceof Error) return `${answer.name} ${answer.message}`;
  return `${answer.kind} at ${answer.position.lane}/${answer.position.position}${answer.repeated ? ', again' : ''}`;
}
