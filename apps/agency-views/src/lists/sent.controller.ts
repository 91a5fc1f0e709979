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
import { filterOf, sentQuery } from './list-query.js';
import { ReferralLists, referralPage } from './referral-lists.js';

@ApiTags('lists')
@UseInterceptors(DatabaseAway)
@Controller('v1/sent')
export class SentController {
  constructor(private readonly lists: ReferralLists) {}

  @Get()
  @ApiOperation({ summary: 'Referrals that the calling agency sent, newest first' })
  @ApiRead(referralPage, 'A page of referrals.', 404)
  async list(
    @Query({ schema: sentQuery }) query: z.output<typeof sentQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { limit, cursor } = query;
    const asked = { filter: filterOf(query), limit, cursor, minimum };
    const { page, shown } = await this.lists.bySide(caller, 'sender', asked);
    sendTagged(request, reply, page, positionHeader(shown));
  }
}
