import { Doorkeeper, findVisit, type HttpReply, type HttpRequest } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { FeedPlaces } from './feed-places.js';
import { FeedWakes } from './feed-wakes.js';

/** Why a feed ends that its reader would have gone on with. */
export type FeedEnd = 'TOKEN_EXPIRED' | 'STANDING_LOST' | 'SHUTTING_DOWN' | 'GONE';

/** A client that is revoked must be out within five seconds (milliseconds). */
const LOOK_MS = 2_000;
/** A timer for longer than this goes off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Requests that stay: counted among the open feeds, and ended with their token, their client's standing, the role in which they are read, their connection or this process. */
@Injectable()
export class FeedVisits {
  constructor(
    private readonly keeper: Doorkeeper,
    private readonly places: FeedPlaces,
    private readonly wakes: FeedWakes,
  ) {}

  /**
   * @param holder among whose open feeds it counts: the agency, or its webhooks
   * @param role that the caller acts in
   * @returns what ends it; its reason is a FeedEnd. @throws TooManyRequests, Unavailable
   */
  async stay(request: HttpRequest, reply: HttpReply, holder: string, role: string): Promise<AbortSignal> {
    const claims = await this.keeper.admit(request, reply);
    // it waits beside the line in which the agency's other requests are counted
    findVisit(request)?.stepAside(this.places, holder);
    const ended = new AbortController();
    const end = (reason: FeedEnd): void => ended.abort(reason);
    const shutDown = (): void => end('SHUTTING_DOWN');
    const validMs = Math.min(LONGEST_TIMER_MS, Math.max(0, claims.exp * 1_000 - Date.now()));
    const expiry = setTimeout(() => end('TOKEN_EXPIRED'), validMs);
    const look = setInterval(() => this.keeper.isGood(claims, role) || end('STANDING_LOST'), LOOK_MS);
    this.wakes.closing.addEventListener('abort', shutDown);
    const gone = (): void => {
      clearTimeout(expiry);
      clearInterval(look);
      this.wakes.closing.removeEventListener('abort', shutDown);
      end('GONE');
    };
    reply.raw.once('close', gone);
    if (reply.raw.closed) gone();
    if (this.wakes.closing.aborted) shutDown();
    return ended.signal;
  }
}
