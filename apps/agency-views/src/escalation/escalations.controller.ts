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
import type { z } from 'zod';
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { escalationQuery, filterOf } from './escalation-query.js';
import { escalationPage, escalationView } from './escalation-view.js';
import { escalationExample } from './escalation.example.js';
import { Escalations } from './escalations.js';

@ApiTags('escalations')
@UseInterceptors(DatabaseAway)
@Controller('v1/escalations')
export class EscalationsController {
  constructor(private readonly escalations: Escalations) {}

  @Get()
  @ApiOperation({
    summary: 'Escalations that the calling agency is a party to or was called upon by; the most urgent first',
  })
  @ApiRead(escalationPage, 'A page of escalations: referrals of which a step of the ladder was taken.', 404)
  async list(
    @Query({ schema: escalationQuery }) query: z.output<typeof escalationQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { limit, cursor } = query;
    const asked = { filter: filterOf(query), limit, cursor, minimum };
    const { page, shown } = await this.escalations.page(caller, asked);
    sendTagged(request, reply, page, positionHeader(shown));
  }

  @Get(':id')
  @ApiOperation({ summary: 'What was tried for a referral, whom it reached, what is owed, and what comes next' })
  @ApiParam({
    name: 'id',
    description: 'Of the referral.',
    schema: { type: 'string', example: escalationExample.id },
  })
  @ApiRead(
    escalationView,
    'For its parties, and for agencies that a step called upon: those are shown nothing of the referral itself.',
  )
  async read(
    @Param('id') id: string,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { view, shown } = await this.escalations.get(caller, id, minimum);
    sendTagged(request, reply, view, positionHeader(shown));
  }
}
