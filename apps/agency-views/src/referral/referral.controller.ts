import {
  type AskedPosition,
  type Caller,
  CallerOf,
  DatabaseAway,
  type HttpReply,
  type HttpRequest,
  MinimumOf,
} from '#libs/platform';
import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiRead } from '../reading/api-answers.js';
import { sendTagged } from '../reading/tagged.js';
import { positionHeader } from '../reading/view-age.js';
import { Cases } from '../case/cases.js';
import { caseView } from '../case/case-view.js';
import { referralExample } from './referral.example.js';

@ApiTags('referrals')
@UseInterceptors(DatabaseAway)
@Controller('v1/referrals')
export class ReferralController {
  constructor(private readonly cases: Cases) {}

  @Get(':id')
  @ApiOperation({ summary: 'A referral, as one of its parties or an agency that it was opened to' })
  @ApiParam({ name: 'id', schema: { type: 'string', example: referralExample.id } })
  @ApiRead(caseView, 'The referral as the caller may see it.')
  async read(
    @Param('id') id: string,
    @MinimumOf() minimum: AskedPosition | null,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { view, shown } = await this.cases.get(caller, id, minimum);
    sendTagged(request, reply, view, positionHeader(shown));
  }
}
