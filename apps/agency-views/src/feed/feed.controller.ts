import { Readable } from 'node:stream';
import {
  type AskedPosition,
  type Caller,
  CallerOf,
  DatabaseAway,
  type HttpReply,
  type HttpRequest,
  MinimumOf,
} from '#libs/platform';
import { Body, Controller, Get, Headers, HttpCode, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PassedItems } from '../receipts/passed-items.js';
import { ApiFeed, ApiTaken } from './api-feed.js';
import type { FeedPlace } from './feed-place.js';
import { FeedReaders } from './feed-readers.js';
import { type FeedOf, FeedReads, type FeedStep, nothing } from './feed-reads.js';
import { FeedStreams } from './feed-streams.js';
import { FeedVisits } from './feed-visits.js';

/** Far below what the door and proxies take for an idle connection, in seconds. */
const LONGEST_WAIT = 30;

const feedQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: 'Items in one answer.', example: 100 }),
  cursor: z
    .string()
    .max(4_096)
    .optional()
    .meta({ description: '`next` of the answer before; without it, from the beginning.' }),
  wait: z.coerce
    .number()
    .int()
    .min(0)
    .max(LONGEST_WAIT)
    .default(0)
    .meta({ description: 'How long to wait for the first item, in seconds.', example: 0 }),
  synthetic: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true`: exercises only, `false`: real work only; a cursor belongs to one of both.' }),
});

const taken = z.strictObject({
  cursor: z
    .string()
    .min(1)
    .max(4_096)
    .meta({ description: 'Id of the last event of a stream, or `next`, before which everything is kept.' }),
  synthetic: z.boolean().default(false).meta({ description: 'The cursor is one of exercises.' }),
});

@ApiTags('feed')
@UseInterceptors(DatabaseAway)
@Controller('v1/feed')
export class FeedController {
  constructor(
    private readonly reads: FeedReads,
    private readonly streams: FeedStreams,
    private readonly visits: FeedVisits,
    private readonly readers: FeedReaders,
    private readonly passed: PassedItems,
  ) {}

  @Get()
  @ApiFeed()
  async read(
    @Query({ schema: feedQuery }) { limit, cursor, wait, synthetic }: z.output<typeof feedQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') last: string | undefined,
    @Headers('bus-on-behalf-of') onBehalfOf: string | undefined,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { reader, isDelegated } = await this.readers.readerOf(caller, onBehalfOf);
    const of: FeedOf = { reader, synthetic: synthetic === 'true' };
    const asStream = !isDelegated && (accept?.includes('text/event-stream') ?? false);
    // who connects again to a stream sends what it got to last, and the address that it began with
    const from = await this.reads.placeOf(of, (asStream ? last : undefined) ?? cursor);
    // its webhooks have what they took, which is not what was read for them
    if (!isDelegated) void this.passed.cameBack(of, from);
    await this.reads.atLeast(minimum);
    const holder = isDelegated ? `webhooks of ${reader.agency}` : reader.agency;
    const end = asStream || wait > 0 ? await this.visits.stay(request, reply, holder, caller.role) : NEVER;
    if (asStream) return this.#stream(reply, of, from, end);
    const step = await this.#first(of, from, { limit, beatMs: wait * 1_000, end });
    // it may have been taken back while this waited
    if (isDelegated) await this.readers.readerOf(caller, onBehalfOf);
    const next = await this.reads.cursorOf(of, step.place);
    void reply.type('application/json; charset=utf-8').send(answerOf(step, next));
    this.reads.readAhead(of, step, limit);
  }

  /** By the agency alone: what was read for its webhooks shows what they took. */
  @Post('taken')
  @HttpCode(204)
  @ApiTaken(taken)
  async take(
    @Body({ schema: taken }) { cursor, synthetic }: z.output<typeof taken>,
    @CallerOf() reader: Caller,
  ): Promise<void> {
    const of: FeedOf = { reader, synthetic };
    await this.passed.confirmed(of, await this.reads.placeOf(of, cursor));
  }

  async #first(
    of: FeedOf,
    from: FeedPlace,
    how: { readonly limit: number; readonly beatMs: number; readonly end: AbortSignal },
  ): Promise<FeedStep> {
    for await (const step of this.reads.follow(of, { from, ...how })) return step;
    return nothing(from);
  }

  /** The connection takes each text before the next one is made: a slow reader costs one step of memory. */
  #stream(reply: HttpReply, of: FeedOf, from: FeedPlace, end: AbortSignal): void {
    const events = Readable.from(this.streams.open(of, from, end), { objectMode: false, highWaterMark: 1 });
    void reply.header('X-Accel-Buffering', 'no').type('text/event-stream; charset=utf-8').send(events);
  }
}

/** A page, in JSON. As bytes: encoding what is ready would be the most of answering with it. */
function answerOf({ told, items, missing }: FeedStep, next: string): Buffer {
  const end = `],"next":${JSON.stringify(next)},"missing":${JSON.stringify(missing)}}`;
  return Buffer.concat([
    Buffer.from('{"items":['),
    items ?? Buffer.from(told.map(({ item }) => item).join()),
    Buffer.from(end),
  ]);
}

const NEVER = new AbortController().signal;
