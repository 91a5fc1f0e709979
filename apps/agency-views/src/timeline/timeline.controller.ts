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
import { pageQuery } from '../lists/list-query.js';
import { ApiRead } from '../reading/api-answers.js';
import { sendDocument } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { referralExample } from '../referral/referral.example.js';
import { exported, FORMATS, formatOf } from './export/formats.js';
import { timelineView } from './timeline-view.js';
import { Timelines } from './timelines.js';

/** An export is a page too: bounded, and it says when there is more. */
const timelineQuery = z.strictObject({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(1_000).default(200).meta({ description: 'Entries at once.', example: 200 }),
  format: z
    .enum(FORMATS)
    .optional()
    .meta({ description: 'To be printed (html) or calculated with (csv); else by `Accept`, else JSON.' }),
});

@ApiTags('referrals')
@UseInterceptors(DatabaseAway)
@Controller('v1/referrals')
export class TimelineController {
  constructor(private readonly timelines: Timelines) {}

  @Get(':id/timeline')
  @ApiOperation({ summary: 'What happened to a referral, over all families, in the one order of its lane' })
  @ApiParam({ name: 'id', schema: { type: 'string', example: referralExample.id } })
  @ApiRead(timelineView, 'Oldest first. As CSV or HTML `Bus-Next` has the cursor of the next part, where there is one.')
  async read(
    @Param('id') id: string,
    @Query({ schema: timelineQuery }) query: z.output<typeof timelineQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { limit, cursor, format = formatOf(request.headers.accept) } = query;
    const asked = { id, limit, cursor, minimum };
    const { timeline, shown } = await this.timelines.page(caller, asked);
    const { document, headers } = exported(format, id, timeline);
    sendDocument(request, reply, document, { ...positionHeader(shown), ...headers, Vary: 'Accept' });
  }
}
