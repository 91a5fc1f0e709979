import { actorOf, canonicalRequest, CommandMeter, idempotencyKeyFrom, readContent } from '#libs/accepting';
import { MEMBERSHIP_LANE } from '#libs/contracts';
import { type Directory, OPERATOR_ROLE } from '#libs/domain';
import type { Outcome } from '#libs/journal';
import { type Actor, formatBusPosition } from '#libs/kernel';
import { Members, requireStanding } from '#libs/membership';
import type { Caller } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { answerTo, type MembershipAnswer } from './answer.js';
import { Journals } from './journals.js';
import type { MembershipWord } from './word.js';

export interface RawWord {
  readonly caller: Caller;
  readonly correlation: string;
  readonly idempotencyKey: unknown;
  readonly body: unknown;
  readonly parts: Readonly<Record<string, string>>;
}

interface Settled {
  readonly answer: MembershipAnswer;
  readonly position: string;
  readonly outcome: 'ACCEPTED' | 'REPEATED' | 'UNCHANGED';
}

/** Takes what is said of membership to the journal. Refusals reject as they came. */
@Injectable()
export class MembershipCommands {
  constructor(
    private readonly members: Members,
    private readonly journals: Journals,
    private readonly meter: CommandMeter,
  ) {}

  /** @throws ProblemError, DomainError, TransientError */
  say(word: MembershipWord, { caller, correlation, idempotencyKey, body, parts }: RawWord): Promise<Settled> {
    return this.meter.measure(word.type, async () => {
      const key = idempotencyKeyFrom(idempotencyKey);
      const content = readContent(word.schema, body);
      const { directory } = this.members;
      const actor = ownPerson(actorOf(directory, caller), caller);
      const target = Object.values(parts).join('/');
      const idempotency = { key, request: canonicalRequest(word.path, target, content) };
      const refusalLane = this.#refusalLane(directory, actor, key);
      const said = word.said(content, parts);
      const standing = {
        requireStanding: () => requireStanding(this.members, actor),
        exercises: () => this.members.directory.training.exercises,
      };
      return settledBy(await this.journals.handle(said, { actor, idempotency, correlation, refusalLane, ...standing }));
    });
  }

  /** Who stands for the bus rather than for a country has the bus's own lane. */
  #refusalLane({ lanes }: Directory, { agency, country }: Actor, key: string): number {
    if (!lanes.has(country)) return MEMBERSHIP_LANE;
    return lanes.pick(country, 'access', { agency, key, sealed: this.journals.sealed });
  }
}

/** Two people are two who each have a token: an operator's client that names a person in a header might name any. */
function ownPerson(actor: Actor, { isPerson }: Caller): Actor {
  return actor.role === OPERATOR_ROLE && !isPerson ? { ...actor, person: null } : actor;
}

function settledBy(outcome: Outcome): Settled {
  return {
    answer: answerTo(outcome),
    position: formatBusPosition(outcome.position),
    outcome: outcome.repeated ? 'REPEATED' : outcome.kind === 'recorded' ? 'ACCEPTED' : 'UNCHANGED',
  };
}
