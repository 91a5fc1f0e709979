import { Injectable } from '@nestjs/common';
import { type FeedOf, FeedReads, type FeedStep } from './feed-reads.js';
import { type FeedPlace, formatPlace } from './feed-place.js';
import { LONGEST_CARRIED } from './kept-cursors.js';

/** A stream says something at least as often, well before a connection counts as idle, in milliseconds. */
const BEAT_MS = 20_000;
/** Items that are read at once; one step is all that a stream ever holds. */
const STEP = 100;
/** How long a client should wait before it connects again, in milliseconds. */
const RETRY_MS = 2_000;

/** A feed as server-sent events: `item` with the cursor as its id, `missing` whenever that changes, `end` with the reason. */
@Injectable()
export class FeedStreams {
  constructor(private readonly reads: FeedReads) {}

  /** Each text is taken before the next step is read. */
  async *open(of: FeedOf, from: FeedPlace, end: AbortSignal): AsyncGenerator<string> {
    yield `retry: ${RETRY_MS}\n\n`;
    let missing = '[]';
    let place = from;
    for await (const step of this.reads.follow(of, { from, limit: STEP, beatMs: BEAT_MS, end })) {
      const now = JSON.stringify(step.missing);
      if (now !== missing) yield `event: missing\ndata: ${now}\n\n`;
      missing = now;
      if (step.told.length > 0) yield await this.#items(of, step);
      // without data nothing is dispatched, and who connects again goes on from there
      else yield step.place === place ? ': nothing new\n\n' : `id: ${await this.reads.cursorOf(of, step.place)}\n\n`;
      ({ place } = step);
    }
    yield `event: end\ndata: ${JSON.stringify({ reason: String(end.reason) })}\n\n`;
  }

  async #items(of: FeedOf, { told }: FeedStep): Promise<string> {
    let text = '';
    for (const [index, { item, place: placeAfter }] of told.entries()) {
      const place = placeAfter();
      // A cursor that must be kept is kept once a step; who connects again in between is told the rest of the step again.
      const said = place && (index === told.length - 1 || formatPlace(place).length <= LONGEST_CARRIED);
      const id = said ? `id: ${await this.reads.cursorOf(of, place)}\n` : '';
      text += `event: item\n${id}data: ${item}\n\n`;
    }
    return text;
  }
}
