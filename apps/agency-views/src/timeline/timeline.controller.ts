import { type Caller, CallerOf, type HttpReply, type HttpRequest, ProblemError } from '#libs/platform';
import { Controller, Get, Headers, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { pageQuery } from '../lists/list-query.js';
import { pageOf } from '../lists/page.js';
import { ApiRead } from '../reading/api-answers.js';
import { openCursor } from '../reading/cursor.js';
import { DatabaseAway } from '../reading/database-away.interceptor.js';
import { minimumPosition } from '../reading/minimum-position.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { ReferralReads } from '../referral/referral-reads.js';
import { referralExample } from '../referral/referral.example.js';
import { TimelineRows } from './timeline-rows.js';
import { entryViewOf, timelineView } from './timeline-view.js';

const timelineQuery = z.strictObject(pageQuery);

@ApiTags('referrals')
@UseInterceptors(DatabaseAway)
@Controller('v1/referrals')
export class TimelineController {
  constructor(
    private readonly reads: ReferralReads,
    private readonly rows: TimelineRows,
  ) {}

  @Get(':id/timeline')
  @ApiOperation({ summary: 'What happened to a referral, over all families, in the one order of its lane' })
  @ApiParam({ name: 'id', schema: { type: 'string', example: referralExample.id } })
  @ApiRead(timelineView, 'Oldest first.')
  async read(
    @Param('id') id: string,
    @Query({ schema: timelineQuery }) { limit, cursor }: z.output<typeof timelineQuery>,
    @Headers('bus-min-position') minimum: string | undefined,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const referral = await this.reads.get(caller, id, minimumPosition(minimum));
    const scope = JSON.stringify([caller.agency, 'timeline', id]);
    const after = cursor === undefined ? 0 : positionIn(openCursor(cursor, scope));
    const rows = await this.rows.list(id, after, limit + 1);
    const { items, next } = pageOf(rows, limit, scope, ({ position }) => String(position));
    const body = {
      items: items.map((row) => entryViewOf(row, referral, caller)),
      next,
      parked: referral.parkedAt !== null,
    };
    sendTagged(request, reply, body, positionHeader(referral.shown));
  }
}

function positionIn(place: string): number {
  if (!/^\d{1,15}$/.test(place)) throw new ProblemError('CURSOR_INVALID');
  return Number(place);
}
