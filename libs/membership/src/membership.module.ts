import { Health, LOGGER, type Logger, Metrics, STANDINGS } from '#libs/platform';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Members } from './members.js';
import { MembershipFollower } from './membership-follower.js';
import type { MembershipSource } from './membership-source.js';
import { StandingsOf } from './standings-of.js';

/**
 * A part of the bus in a process that follows membership: what is said of it holds at the door, and wherever Members is asked.
 * @param open the source to learn from, which is closed with the process
 */
export function following(open: (logger: Logger) => MembershipSource, ...parts: DynamicModule[]): DynamicModule {
  return { module: FollowingRoot, imports: [MembershipModule.following(open), ...parts] };
}

@Module({})
class FollowingRoot {}

/** Who takes part, for every part of a process: imported once. */
@Global()
@Module({})
export class MembershipModule implements OnApplicationShutdown {
  constructor(
    private readonly follower: MembershipFollower,
    health: Health,
    metrics: Metrics,
  ) {
    health.registerReadiness('membership', () => follower.assertReady());
    metrics.gauge({
      name: 'bus_membership_position',
      help: 'Position in lane 0 of the last event of membership that holds in this process.',
      collect: (gauge) => gauge.set(follower.position),
    });
    metrics.gauge({
      name: 'bus_membership_age_seconds',
      help: 'How long ago this process last knew that nothing newer was said of membership.',
      collect: (gauge) => gauge.set(follower.ageMs / 1000),
    });
  }

  /** @param open the source to learn from, which the module closes */
  static following(open: (logger: Logger) => MembershipSource): DynamicModule {
    const follow = (logger: Logger): MembershipFollower => {
      const follower = new MembershipFollower(open(logger), logger);
      follower.start();
      return follower;
    };
    return {
      module: MembershipModule,
      providers: [
        { provide: MembershipFollower, inject: [LOGGER], useFactory: follow },
        { provide: Members, useExisting: MembershipFollower },
        { provide: STANDINGS, inject: [Members], useFactory: (members: Members) => new StandingsOf(members) },
      ],
      exports: [MembershipFollower, Members, STANDINGS],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.follower.stop();
  }
}
