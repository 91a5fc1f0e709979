import { responsibilitiesInForce, whoMustActOn } from '#libs/domain';
import { Members } from '#libs/membership';
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
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { BusClock } from '../reading/bus-clock.js';
import { ReferralReads } from '../referral/referral-reads.js';
import { referralExample } from '../referral/referral.example.js';
import { actingView, actingViewOf } from './acting-view.js';

const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false);

const actingQuery = z.strictObject({
  holdsData: flag.meta({ description: 'It concerns data that the party whose step it is holds itself.' }),
  override: flag.meta({ description: 'The override for a threat to life was invoked.' }),
});

@ApiTags('referrals')
@UseInterceptors(DatabaseAway)
@Controller('v1/referrals')
export class ActingController {
  constructor(
    private readonly reads: ReferralReads,
    private readonly members: Members,
    private readonly clock: BusClock,
  ) {}

  @Get(':id/responsible')
  @ApiOperation({ summary: 'Who must act now on a referral: the party whose step it is, and who is responsible there' })
  @ApiParam({ name: 'id', schema: { type: 'string', example: referralExample.id } })
  @ApiRead(actingView, 'The party first; then responsible before accountable, and whoever is there now before others.')
  async read(
    @Param('id') id: string,
    @Query({ schema: actingQuery }) circumstances: z.output<typeof actingQuery>,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { row, extent, shown } = await this.reads.get(caller, id, minimum);
    // how urgent it is, is not for who sees state and outcome: who is responsible would tell
    const priority = extent === 'STATE_AND_OUTCOME' ? undefined : (row.driving_priority ?? undefined);
    const now = await this.clock.now();
    const { version, content } = responsibilitiesInForce(this.members.rules, now);
    const leg = {
      ...{ status: row.status, now, priority, ...circumstances },
      sender: { agency: row.sender_agency, role: row.sender_role, country: row.sender_country },
      receiver: { agency: row.recipient_agency, role: row.recipient_role, country: row.recipient_country },
    };
    const acting = whoMustActOn(this.members.membership, leg, content);
    sendTagged(request, reply, actingViewOf({ id, version }, acting), positionHeader(shown));
  }
}
