import type { CaseReader } from '#libs/access';
import { isDeliveryService } from '#libs/domain';
import { Members } from '#libs/membership';
import { type Caller, ProblemError } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { FeedDelegates } from './feed-delegates.js';

/** Whose feed is read, and on whose word. */
export interface FeedReader {
  readonly reader: CaseReader;
  /** Read by the bus for the agency's webhooks. */
  readonly isDelegated: boolean;
}

/**
 * The one door through which a feed is read by another than its agency: the bus's own delivery service, for an agency that
 * allowed it and takes part, in the role in which it allowed it. Everybody else who names an agency is refused, whoever it is.
 */
@Injectable()
export class FeedReaders {
  constructor(
    private readonly delegates: FeedDelegates,
    private readonly members: Members,
  ) {}

  /** @throws ProblemError 403 ON_BEHALF_REFUSED, FEED_NOT_DELEGATED */
  async readerOf(caller: Caller, onBehalfOf: string | undefined): Promise<FeedReader> {
    if (onBehalfOf === undefined) return { reader: caller, isDelegated: false };
    if (!isDeliveryService(caller)) throw new ProblemError('ON_BEHALF_REFUSED');
    const delegation = await this.delegates.find(onBehalfOf);
    const roles = this.members.directory.find(onBehalfOf)?.roles ?? [];
    if (!delegation || !roles.includes(delegation.role)) throw new ProblemError('FEED_NOT_DELEGATED');
    return { reader: { agency: onBehalfOf, role: delegation.role }, isDelegated: true };
  }
}
