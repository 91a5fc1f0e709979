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
import { referralPage } from '../lists/referral-lists.js';
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { WorkLists } from './work-lists.js';
import { caseload } from './worklists.js';

@ApiTags('lists')
@UseInterceptors(DatabaseAway)
@Controller('v1/caseload')
export class CaseloadController {
  constructor(private readonly lists: WorkLists) {}

  @Get()
  @ApiOperation({ summary: 'What the calling agency works on: accepted and not ended, the most urgent first' })
  @ApiRead(referralPage, 'A page of referrals.', 404)
  async list(
    @Query({ schema: worklistQuery }) query: z.output<typeof worklistQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { page, shown } = await this.lists.page(caller, 'caseload', caseload, query, minimum);
    sendTagged(request, reply, page, positionHeader(shown));
  }
}
