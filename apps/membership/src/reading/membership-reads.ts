import { setTimeout as delay } from 'node:timers/promises';
import { MEMBERSHIP_LANE, ordinalOf, topics } from '#libs/contracts';
import type { Membership, Rules } from '#libs/domain';
import { vectorAt } from '#libs/kernel';
import { MembershipFollower } from '#libs/membership';
import { type AskedPosition, TooEarly } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { Journals } from '../words/journals.js';

const WAIT_MS = 5_000;
const LOOK_MS = 20;

/** Membership as it is known here, at least as far as the caller has seen it elsewhere. */
@Injectable()
export class MembershipReads {
  constructor(
    private readonly follower: MembershipFollower,
    private readonly journals: Journals,
  ) {}

  /** The time of the bus, in ms since 1970. @throws as `Journals` */
  now(): Promise<number> {
    return this.journals.now();
  }

  /** @param minimum what `Bus-Min-Position` asks for @throws TooEarly; Unavailable; whatever `stepAside` throws */
  async at(minimum: AskedPosition | null): Promise<Membership> {
    const wanted = positionIn(minimum);
    if (this.follower.position < wanted) minimum?.stepAside();
    for (const until = performance.now() + WAIT_MS; this.follower.position < wanted; await delay(LOOK_MS)) {
      if (performance.now() > until) throw new TooEarly(1);
    }
    return this.follower.membership;
  }

  /** As `at`: the rules that were published by then. */
  async rulesAt(minimum: AskedPosition | null): Promise<Rules> {
    await this.at(minimum);
    return this.follower.rules;
  }
}

/** Positions of other lanes say nothing of membership. */
function positionIn(asked: AskedPosition | null): number {
  return asked?.lane === MEMBERSHIP_LANE ? vectorAt(asked.vector, ordinalOf(topics.membership)) : 0;
}
