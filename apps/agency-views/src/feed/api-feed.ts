import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { feedItem } from './feed-item.js';
import { feedItemExample } from './feed.example.js';

const missing = z.discriminatedUnion('reason', [
  z.strictObject({
    reason: z.literal('REFERRAL_PARKED'),
    referral: z.string().meta({
      description: 'An event of it waits for repair, perhaps its first; that event and what follows it come later.',
    }),
  }),
  z.strictObject({
    reason: z.literal('LANE_STOPPED'),
    lane: z.int().meta({
      description: 'Nothing of this lane (the number in the ids of its referrals) comes until a person has looked.',
    }),
  }),
  z.strictObject({
    reason: z.literal('LANE_STALLED'),
    lane: z.int().meta({
      description:
        'An event of this lane is not in the log yet and was asked for again; it and what follows come later.',
    }),
  }),
]);

export const feedPage = z
  .strictObject({
    items: z.array(feedItem),
    next: z.string().meta({ description: 'Cursor after these items: good for ever, for this agency.' }),
    missing: z.array(missing).meta({ description: 'What happened and is not in the feed yet.' }),
  })
  .meta({ id: 'FeedPage', example: { items: [feedItemExample], next: 'qIbFgW3aVgkMMWg6NW8', missing: [] } });

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const refusals = {
  400: 'QUERY_INVALID, CURSOR_INVALID, BUS_POSITION_INVALID, HEADER_INVALID',
  401: 'TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED',
  403: 'ROLE_HAS_NO_CASE_ACCESS, ROLE_NOT_HELD; with Bus-On-Behalf-Of: ON_BEHALF_REFUSED, FEED_NOT_DELEGATED',
  425: 'VIEW_BEHIND: not at Bus-Min-Position yet, ask again after Retry-After',
  429: 'RATE_LIMITED: too many feeds of this agency are open',
  503: 'UNAVAILABLE: too many feeds are open, or the feed is away',
};

/** What the description of the confirmation says. */
export function ApiTaken(body: z.ZodType): MethodDecorator {
  const { $schema: _, ...schema } = z.toJSONSchema(body, { io: 'input', target: 'openapi-3.0' });
  return applyDecorators(
    ApiOperation({
      summary: 'Say that the agency has what lies before a cursor',
      description:
        'Whoever comes back with a cursor says so by that. A reader of a stream does not come back, and a connection tells nothing ' +
        'of what was read from it: so it says so, now and then. Senders are shown that their referrals were retrieved.',
    }),
    ApiBody({ schema: schema as object, examples: { example: { value: { cursor: 'qIbFgW3aVgkMMWg6NW8' } } } }),
    ApiNoContentResponse({ description: 'It is kept.' }),
    ...Object.entries({
      400: 'CURSOR_INVALID',
      401: refusals[401],
      403: 'ROLE_HAS_NO_CASE_ACCESS, ROLE_NOT_HELD',
      422: 'CONTENT_INVALID',
      503: 'UNAVAILABLE',
    }).map(([status, description]) => ApiResponse({ status: Number(status), description, content: problem })),
  );
}

export function ApiFeed(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Everything that the calling agency may see, as it becomes visible',
      description: `In order per referral, at least once. An item that was handed over again has the same id. Keep \`next\` once
the items are handled, and ask with it: a cursor of any age goes on without a gap, and no rebuild moves it. With
\`Accept: text/event-stream\` the answer is a stream of server-sent events: \`item\` (its id is the cursor after it, for
\`Last-Event-ID\`), \`missing\`, and \`end\` when the token expires.`,
    }),
    ApiProduces('application/json', 'text/event-stream'),
    ApiHeader({
      name: 'Bus-Min-Position',
      required: false,
      description: '`Bus-Position` of an earlier answer: a feed that is at least that far, or 425.',
    }),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'Of a stream: the id of the last event that was taken.',
    }),
    ApiHeader({
      name: 'Bus-On-Behalf-Of',
      required: false,
      description: 'Only for the bus itself, which reads for the webhooks of an agency that allowed it.',
    }),
    ApiHeader({
      name: 'Bus-Role',
      required: false,
      description: 'The role acted in; by default the first of the token.',
    }),
    ApiOkResponse({ standardSchema: feedPage, description: 'The next items, or none after the wait.' }),
    ...Object.entries(refusals).map(([status, description]) =>
      ApiResponse({ status: Number(status), description, content: problem }),
    ),
  );
}
