import { type Directory, firstRulebook, type Membership, rules, type Rules, type Standing } from '#libs/domain';
import { Members } from '#libs/membership';
import { type DynamicModule, Module } from '@nestjs/common';

/** Who takes part in a spec that is not about that: always the same. */
class FixedMembers extends Members {
  constructor(readonly directory: Directory) {
    super();
  }

  get membership(): Membership {
    throw new Error('fixed members have no history');
  }

  get rules(): Rules {
    return rules.initialState();
  }

  readonly rulebook = firstRulebook;

  standingOf(agency: string): Standing {
    return this.directory.find(agency) ? 'GOOD' : 'AGENCY_UNKNOWN';
  }
}

@Module({})
class FixedMembersModule {}

/** Parts of the bus beside members that never change. */
export function besideMembers(directory: Directory, ...parts: DynamicModule[]): DynamicModule {
  const members = { provide: Members, useValue: new FixedMembers(directory) };
  return { module: FixedMembersModule, global: true, providers: [members], exports: [Members], imports: parts };
}
