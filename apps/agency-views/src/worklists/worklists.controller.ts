import {
  type AskedPosition,
  type Caller,
  CallerOf,
  DatabaseAway,
  type HttpReply,
  type HttpRequest,
  MinimumOf,
} from '#libs/platform';
import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { synthetic, worklistQuery } from '../lists/list-query.js';
import { referralPage } from '../lists/referral-lists.js';
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { worklistCounts } from './worklist-counts.view.js';
import { WorkLists } from './work-lists.js';
import { type WorklistName, worklistName, worklists } from './worklists.js';

const names = worklistName.options;
const countQuery = z.strictObject({ synthetic });

@ApiTags('lists')
@UseInterceptors(DatabaseAway)
@Controller('v1/worklists')
export class WorklistsController {
  constructor(private readonly lists: WorkLists) {}

  @Get()
  @ApiOperation({ summary: 'The worklists of the calling agency, and how much stands in each' })
  @ApiRead(worklistCounts, 'Exercises are counted apart from real work.', 404)
  async counts(
    @Query({ schema: countQuery }) query: z.output<typeof countQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { counts, shown } = await this.lists.counts(caller, query.synthetic === 'true', minimum);
    sendTagged(request, reply, counts, positionHeader(shown));
  }

  @Get(':name')
  @ApiOperation({
    summary: 'What waits for the calling agency, or for those that it works with; the most urgent first',
  })
  @ApiParam({
    name: 'name',
    schema: { type: 'string', enum: names },
    description: names.map((name) => `- \`${name}\`: ${worklists[name].says}`).join('\n'),
  })
  @ApiRead(referralPage, 'A page of referrals.')
  async list(
    @Param('name', { schema: worklistName }) name: WorklistName,
    @Query({ schema: worklistQuery }) query: z.output<typeof worklistQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { page, shown } = await this.lists.page(caller, name, worklists[name], query, minimum);
    sendTagged(request, reply, page, positionHeader(shown));
  }
}
