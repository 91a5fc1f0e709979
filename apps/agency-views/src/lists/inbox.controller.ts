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
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { filterOf, inboxQuery } from './list-query.js';
import { ReferralLists, referralPage } from './referral-lists.js';

@ApiTags('lists')
@UseInterceptors(DatabaseAway)
@Controller('v1/inbox')
export class InboxController {
  constructor(private readonly lists: ReferralLists) {}

  @Get()
  @ApiOperation({ summary: 'Referrals sent to the calling agency, newest first' })
  @ApiRead(referralPage, 'A page of referrals.', 404)
  async list(
    @Query({ schema: inboxQuery }) query: z.output<typeof inboxQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { limit, cursor } = query;
    const asked = { filter: filterOf(query), limit, cursor, minimum };
    const { page, shown } = await this.lists.bySide(caller, 'recipient', asked);
    sendTagged(request, reply, page, positionHeader(shown));
  }
}
