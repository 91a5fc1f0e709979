import type { Directory, Membership, Rulebook, Rules, Standing } from '#libs/domain';

/** What this process knows of who takes part. */
export abstract class Members {
  /** As of now; a command is judged by one of them from its beginning to its end. @throws Unavailable MEMBERSHIP_UNKNOWN */
  abstract get directory(): Directory;

  /** @throws Unavailable MEMBERSHIP_UNKNOWN */
  abstract get membership(): Membership;

  /** Rules, code lists and treaty statuses in all their versions. @throws Unavailable MEMBERSHIP_UNKNOWN */
  abstract get rules(): Rules;

  /** What referrals are judged by. @throws Unavailable MEMBERSHIP_UNKNOWN */
  abstract get rulebook(): Rulebook;

  /**
   * When the agency last left the bus, ms since 1970, UTC; null: it never did. What it had been granted until then has ended,
   * and does not begin again when it is admitted anew.
   * @throws Unavailable MEMBERSHIP_UNKNOWN
   */
  abstract leftAt(agency: string): number | null;

  /** Whether who holds a token may use the bus. @throws Unavailable MEMBERSHIP_UNKNOWN */
  abstract standingOf(agency: string, client: string): Standing;
}
