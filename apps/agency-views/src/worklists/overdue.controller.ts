import {
  type AskedPosition,
  type Caller,
  CallerOf,
  DatabaseAway,
  type HttpReply,
  type HttpRequest,
  MinimumOf,
} from '#libs/platform';
import { Controller, Get, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { worklistQuery } from '../lists/list-query.js';
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { overduePage } from './overdue-view.js';
import { OverdueList } from './overdue-list.js';

/** A worklist that says more of each referral: which clock was missed. */
@ApiTags('lists')
@UseInterceptors(DatabaseAway)
@Controller('v1/worklists/overdue')
export class OverdueController {
  constructor(private readonly list: OverdueList) {}

  @Get()
  @ApiOperation({
    summary: 'Referrals of the calling agency, on either side, that something is overdue on; the most urgent first',
    description: 'Of the most urgent, the longest overdue comes first.',
  })
  @ApiRead(overduePage, 'A page of referrals, each with the clocks that were missed.', 404)
  async page(
    @Query({ schema: worklistQuery }) query: z.output<typeof worklistQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { page, shown } = await this.list.page(caller, query, minimum);
    sendTagged(request, reply, page, positionHeader(shown));
  }
}
