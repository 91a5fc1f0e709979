import {
  type Directory,
  firstRulebook,
  type Member,
  type Membership,
  membership,
  type Rulebook,
  rules,
  type Rules,
  type Standing,
} from '#libs/domain';
import { Members } from '#libs/membership';
import { type DynamicModule, Module } from '@nestjs/common';

/** Who takes part, and what referrals are judged by; without a rulebook, by that which a bus begins with. */
interface Known {
  readonly directory: Directory;
  readonly rulebook?: Rulebook;
  /** Agencies that left once and came back, with when they left, ms since 1970, UTC. */
  readonly left?: ReadonlyMap<string, number> | undefined;
}

/** Who takes part in a spec that is not about that: always the same. */
export class FixedMembers extends Members {
  readonly directory: Directory;
  readonly rulebook: Rulebook;
  readonly #left: ReadonlyMap<string, number>;

  constructor({ directory, rulebook = firstRulebook, left = new Map() }: Known) {
    super();
    this.#left = left;
    this.directory = directory;
    this.rulebook = rulebook;
  }

  /** They take part and said nothing more. */
  get membership(): Membership {
    const { directory } = this;
    const members = directory.all().map(({ code, name, country, roles }): [string, Member] => [
      code,
      {
        ...{ status: 'ADMITTED', since: 0, reason: null, name, country, roles, rights: null, needsRelease: false },
        ...{ proposal: null, clients: {}, contacts: {}, capacity: null, maintenance: null },
      },
    ]);
    return { ...membership.initialState(), members: Object.fromEntries(members) };
  }

  get rules(): Rules {
    return rules.initialState();
  }

  leftAt(agency: string): number | null {
    return this.#left.get(agency) ?? null;
  }

  standingOf(agency: string): Standing {
    return this.directory.find(agency) ? 'GOOD' : 'AGENCY_UNKNOWN';
  }
}

@Module({})
class FixedMembersModule {}

/** Parts of the bus beside members that never change. */
export function besideMembers(known: Known, ...parts: DynamicModule[]): DynamicModule {
  const members = { provide: Members, useValue: new FixedMembers(known) };
  return { module: FixedMembersModule, global: true, providers: [members], exports: [Members], imports: parts };
}
