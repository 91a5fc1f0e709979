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
import { z } from 'zod';
import { pageQuery, synthetic } from '../lists/list-query.js';
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { releasePage } from './release-view.js';
import { AWAITING_RELEASE, Releases } from './releases.js';

const releaseQuery = z.strictObject({ ...pageQuery, synthetic });

/** A worklist of drafts: before its release a referral exists for its sender's agency only. */
@ApiTags('lists')
@UseInterceptors(DatabaseAway)
@Controller(`v1/worklists/${AWAITING_RELEASE}`)
export class ReleasesController {
  constructor(private readonly releases: Releases) {}

  @Get()
  @ApiOperation({ summary: 'Referrals that a second person of the calling agency is to release, the oldest first' })
  @ApiRead(releasePage, 'A page of releases.', 404)
  async list(
    @Query({ schema: releaseQuery }) query: z.output<typeof releaseQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { limit, cursor } = query;
    const asked = { synthetic: query.synthetic === 'true', limit, cursor, minimum };
    const { page, shown } = await this.releases.page(caller, asked);
    sendTagged(request, reply, page, positionHeader(shown));
  }
}
