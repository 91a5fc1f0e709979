import { setTimeout as delay } from 'node:timers/promises';
import { MEMBERSHIP_LANE, ordinalOf, topics } from '#libs/contracts';
import type { Membership } from '#libs/domain';
import { parseBusPosition, vectorAt } from '#libs/kernel';
import { MembershipFollower } from '#libs/membership';
import { ProblemError, TooEarly } from '#libs/platform';
import { Injectable } from '@nestjs/common';

const WAIT_MS = 5_000;
const LOOK_MS = 20;

/** Membership as it is known here, at least as far as the caller has seen it elsewhere. */
@Injectable()
export class MembershipReads {
  constructor(private readonly follower: MembershipFollower) {}

  /** @param minimum the header `Bus-Min-Position` @throws ProblemError BUS_POSITION_INVALID; TooEarly; Unavailable */
  async at(minimum: string | undefined): Promise<Membership> {
    const wanted = positionIn(minimum);
    for (const until = performance.now() + WAIT_MS; this.follower.position < wanted; await delay(LOOK_MS)) {
      if (performance.now() > until) throw new TooEarly(1);
    }
    return this.follower.membership;
  }
}

/** Positions of other lanes say nothing of membership. */
function positionIn(header: string | undefined): number {
  if (header === undefined) return 0;
  const position = parseBusPosition(header);
  if (!position) throw new ProblemError('BUS_POSITION_INVALID');
  return position.lane === MEMBERSHIP_LANE ? vectorAt(position.vector, ordinalOf(topics.membership)) : 0;
}
