import type { Membership, Rules } from '#libs/domain';
import type { Journal, Outcome } from '#libs/journal';
import { TransientError } from '#libs/kernel';
import {
  membershipCommand,
  type MembershipOrigin,
  type MembershipSaid,
  rulesCommand,
  type RulesSaid,
} from './membership-command.js';

const ofRules: Readonly<Record<RulesSaid['type'], true>> = {
  PublishFirst: true,
  ProposeDocument: true,
  CommentOnChange: true,
  ApproveDocument: true,
  DeclineDocument: true,
  WithdrawDocument: true,
};

const isOfRules = (said: MembershipSaid | RulesSaid): said is RulesSaid => Object.hasOwn(ofRules, said.type);

/** The journal as its two streams in the bus's own lane see it. */
export class Journals {
  constructor(
    private readonly members: Journal<Membership>,
    private readonly rules: Journal<Rules>,
    private readonly isAdjustable: boolean,
  ) {}

  /** @throws DomainError, TransientError */
  handle(said: MembershipSaid | RulesSaid, origin: MembershipOrigin): Promise<Outcome> {
    return isOfRules(said)
      ? this.rules.handle(rulesCommand(said, origin))
      : this.members.handle(membershipCommand(said, origin));
  }

  /** Lanes that take nothing any more, as far as is known. */
  get sealed(): ReadonlySet<number> {
    return this.members.sealed;
  }

  /**
   * The time of the bus, in ms since 1970: this machine's, but where it may be put ahead for tests and training.
   * @throws TransientError JOURNAL_UNAVAILABLE, in such an installation alone
   */
  async now(): Promise<number> {
    if (!this.isAdjustable) return Date.now();
    try {
      return (await this.members.clock()).now;
    } catch (cause) {
      throw new TransientError('JOURNAL_UNAVAILABLE', 503, 1, { cause });
    }
  }

  /** @throws while the database cannot be reached */
  async ready(): Promise<void> {
    await this.members.ready();
  }

  async stop(): Promise<void> {
    await Promise.all([this.members.stop(), this.rules.stop()]);
  }
}
