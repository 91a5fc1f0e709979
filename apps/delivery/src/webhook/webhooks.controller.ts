import { type Caller, CallerOf, DatabaseAway, type HttpReply, type HttpRequest, ProblemError } from '#libs/platform';
import { Controller, Delete, Get, HttpCode, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { OwnWord } from '../feed/feed-door.js';
import { ApiWebhookRead, ChangeRoute, RegisterRoute, SayRoute } from './api-webhooks.js';
import {
  changeExample,
  changeSchema,
  nothingSchema,
  registrationExample,
  registrationSchema,
  rotationSchema,
} from './content.js';
import { Deliveries } from './deliveries.js';
import {
  deliveryList,
  deliveryOf,
  outcomeExample,
  outcomeOf,
  outcomeView,
  registeredExample,
  registeredOf,
  registeredView,
  rotatedExample,
  rotatedOf,
  rotatedView,
  tagOf,
  viewOf,
  webhookExample,
  webhookList,
  webhookView,
} from './views.js';
import { type Said, Webhooks } from './webhooks.js';

const deliveriesQuery = z.strictObject({
  status: z.enum(['TAKEN', 'WAITING']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ example: 50 }),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
});

const one = { schema: webhookView, example: webhookExample };
const nothing = { schema: nothingSchema, example: {} };

@ApiTags('webhooks')
@UseInterceptors(DatabaseAway)
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
  ) {}

  @RegisterRoute({
    summary: 'Register a webhook for what the calling agency is told',
    description:
      'Nothing is sent before it is enabled. By it the agency lets the bus read its feed (`/v1/feed/delegate`).',
    body: { schema: registrationSchema, example: registrationExample },
    answer: { schema: registeredView, example: registeredExample },
    refusals: { 409: ['WEBHOOKS_TOO_MANY'] },
  })
  async register(@CallerOf() caller: Caller, @Req() request: HttpRequest): Promise<z.output<typeof registeredView>> {
    return registeredOf(await this.webhooks.register(saidBy(caller, request)));
  }

  @Get()
  @ApiWebhookRead('Webhooks of the calling agency', { schema: webhookList })
  async list(@CallerOf() caller: Caller): Promise<z.output<typeof webhookList>> {
    return { items: (await this.webhooks.listOf(caller)).map(viewOf), next: null };
  }

  @Get(':id')
  @ApiWebhookRead('A webhook and how it is', { ...one, one: true })
  async read(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<z.output<typeof webhookView>> {
    const webhook = await this.webhooks.get(caller, id);
    void reply.header('ETag', tagOf(webhook));
    return viewOf(webhook);
  }

  @ChangeRoute({
    summary: 'Change where a webhook leads, and what it is told',
    description:
      'What is not given stays, and it goes on from where it stands: nothing is lost or told again. Another `url` of a webhook ' +
      'that is sent to is challenged at once, and takes the place of the old one only if it answers.',
    body: { schema: changeSchema, example: changeExample },
    answer: {
      ...one,
      example: { ...webhookExample, subscription: { ...webhookExample.subscription, priorities: null } },
    },
    refusals: { 409: ['WEBHOOK_CHALLENGE_FAILED'] },
  })
  async change(
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Param('id') id: string,
  ): Promise<z.output<typeof webhookView>> {
    return this.webhooks.change(saidBy(caller, request), id, request.headers['if-match']);
  }

  @Get(':id/deliveries')
  @ApiWebhookRead('What went to a webhook or waits to go, with its tries, newest first', {
    schema: deliveryList,
    one: true,
  })
  async listDeliveries(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @Query({ schema: deliveriesQuery }) { status, limit, cursor }: z.output<typeof deliveriesQuery>,
  ): Promise<z.output<typeof deliveryList>> {
    const webhook = await this.webhooks.get(caller, id);
    const before = cursor === undefined ? null : Number(cursor);
    const items = await this.deliveries.of(webhook.id, { status, limit, before });
    return { items: items.map(deliveryOf), next: items.length < limit ? null : (items.at(-1)?.number ?? null) };
  }

  @SayRoute('enable', {
    summary: 'Challenge a webhook and send to it from where it stands',
    description:
      'It is sent `webhook.challenge` with `data.challenge` and must answer 2xx with that text, or with it as `challenge` of a JSON object.',
    body: nothing,
    answer: one,
    refusals: { 409: ['WEBHOOK_CHALLENGE_FAILED'], 412: ['WEBHOOK_CHANGED'] },
  })
  async enable(@CallerOf() caller: Caller, @Req() request: HttpRequest, @Param('id') id: string): Promise<object> {
    return viewOf(await this.webhooks.enable(caller, wordOf(caller, request), id));
  }

  @SayRoute('disable', {
    summary: 'Send nothing for now',
    description: 'Nothing is lost: enabled again it goes on where it stood.',
    body: nothing,
    answer: { ...one, example: { ...webhookExample, status: 'DISABLED', reason: 'OWNER' } },
  })
  async disable(@CallerOf() caller: Caller, @Param('id') id: string): Promise<object> {
    return viewOf(await this.webhooks.disable(caller, id));
  }

  @SayRoute('test', {
    summary: 'Try whether a webhook takes a message',
    description: 'It is sent `webhook.test`, signed as everything is, once. The answer says what came of it.',
    body: nothing,
    answer: { schema: outcomeView, example: outcomeExample },
  })
  async test(@CallerOf() caller: Caller, @Param('id') id: string): Promise<z.output<typeof outcomeView>> {
    return outcomeOf(await this.webhooks.test(caller, id));
  }

  @SayRoute('rotate', {
    summary: 'Give a webhook a new secret',
    description: 'It signs at once; the one before signs as well until the overlap is over.',
    body: { schema: rotationSchema, example: { overlapHours: 24 } },
    answer: { schema: rotatedView, example: rotatedExample },
    keyed: true,
  })
  async rotate(
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Param('id') id: string,
  ): Promise<z.output<typeof rotatedView>> {
    return rotatedOf(await this.webhooks.rotate(saidBy(caller, request), id));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Delete a webhook and what waits for it',
    description: 'With the last one the bus is allowed to read the feed no more.',
  })
  @ApiNoContentResponse({ description: 'It is gone.' })
  async delete(@CallerOf() caller: Caller, @Req() request: HttpRequest, @Param('id') id: string): Promise<void> {
    await this.webhooks.delete(caller, wordOf(caller, request), id);
  }
}

const saidBy = (caller: Caller, request: HttpRequest): Said => ({
  caller,
  word: wordOf(caller, request),
  idempotencyKey: request.headers['idempotency-key'],
  body: request.body,
});

/** The agency's own word, to be passed on to the feed. */
function wordOf({ role }: Caller, { headers: { authorization } }: HttpRequest): OwnWord {
  if (authorization === undefined) throw new ProblemError('TOKEN_MISSING');
  return { authorization, role };
}
