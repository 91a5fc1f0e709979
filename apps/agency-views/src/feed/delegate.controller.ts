import { type CaseReader, requireCaseAccess } from '#libs/access';
import { type Caller, CallerOf, DatabaseAway } from '#libs/platform';
import { applyDecorators, Controller, Delete, Get, Headers, HttpCode, Put, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Delegation, FeedDelegates } from './feed-delegates.js';
import { FeedReaders } from './feed-readers.js';

export const delegateView = z
  .strictObject({
    agency: z.string(),
    role: z.string().nullable().meta({ description: 'The role in which it reads; null: it may not read.' }),
    since: z.iso.datetime().nullable(),
  })
  .meta({ id: 'FeedDelegate', example: { agency: 'PH-WCPC', role: 'LE_UNIT', since: '2026-11-24T09:12:44.310Z' } });

type DelegateView = z.output<typeof delegateView>;

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Whether the bus may read the calling agency's feed, to send it to the agency's webhooks. */
@ApiTags('feed')
@UseInterceptors(DatabaseAway)
@Controller('v1/feed/delegate')
export class DelegateController {
  constructor(
    private readonly delegates: FeedDelegates,
    private readonly readers: FeedReaders,
  ) {}

  @Get()
  @ApiDelegate('Whether the bus may read the feed for webhooks')
  @ApiHeader({ name: 'Bus-On-Behalf-Of', required: false, description: 'The bus alone asks this way: whether it may.' })
  async read(
    @CallerOf() caller: Caller,
    @Headers('bus-on-behalf-of') onBehalfOf: string | undefined,
  ): Promise<DelegateView> {
    const { reader, isDelegated } = await this.readers.readerOf(caller, onBehalfOf);
    if (!isDelegated) requireCaseAccess(caller);
    return viewOf(reader, await this.delegates.find(reader.agency));
  }

  @Put()
  @HttpCode(200)
  @ApiDelegate(
    'Let the bus read the feed for webhooks',
    'In the role of the caller, until it is taken back. Whoever registers a webhook says it by that.',
  )
  async allow(@CallerOf() caller: Caller): Promise<DelegateView> {
    requireCaseAccess(caller);
    return viewOf(caller, await this.delegates.allow(caller));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Let the bus read the feed no more',
    description: 'At once, whatever webhooks there are. They stay registered and send nothing.',
  })
  @ApiNoContentResponse({ description: 'It may not, whether it could before or not.' })
  async withdraw(@CallerOf() caller: Caller): Promise<void> {
    requireCaseAccess(caller);
    await this.delegates.withdraw(caller);
  }
}

const viewOf = ({ agency }: CaseReader, found: Delegation | undefined): DelegateView =>
  found ? { agency, role: found.role, since: found.since.toISOString() } : { agency, role: null, since: null };

function ApiDelegate(summary: string, description = ''): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, description }),
    ApiOkResponse({ standardSchema: delegateView, description: 'As it is now.' }),
    ApiResponse({ status: 403, description: 'ROLE_HAS_NO_CASE_ACCESS, ROLE_NOT_HELD', content: problem }),
  );
}
