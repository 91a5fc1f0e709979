import { OPERATOR_ROLE } from '#libs/domain';
import { type AskedPosition, type Caller, CallerOf, MinimumOf, ProblemError, RequireRole } from '#libs/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PARTS } from '../words/word.js';
import { ApiMembership } from './api-membership.js';
import { MembershipReads } from './membership-reads.js';
import {
  all,
  agencyView,
  agencyViewOf,
  changeView,
  jurisdictionView,
  jurisdictionViewsOf,
  type List,
  listOf,
  ownAgencyView,
  ownAgencyViewOf,
} from './views.js';

/** Who takes part, as agencies and operators see it. */
@ApiTags('membership')
@Controller('v1/membership')
export class MembershipController {
  constructor(private readonly reads: MembershipReads) {}

  @Get('agencies')
  @ApiOperation({
    summary: 'Agencies that take part, take no part for now, or did: with roles, contact points and notices',
  })
  @ApiMembership(listOf(agencyView), 'All of them.')
  async agencies(@MinimumOf() minimum: AskedPosition | null): Promise<List<z.output<typeof agencyView>>> {
    const { members } = await this.reads.at(minimum);
    const known = Object.entries(members).filter(([, { status }]) => status !== 'PROPOSED');
    const now = await this.reads.now();
    return all(known.map(([code, member]) => agencyViewOf(code, member, now)));
  }

  @Get('agencies/:agency')
  @ApiOperation({
    summary: 'One agency; the operator and the agency itself see its clients and what is proposed of it',
  })
  @ApiParam({ name: 'agency', ...PARTS.agency })
  @ApiMembership(ownAgencyView.partial(), 'The agency.', { 404: 'NOT_FOUND' })
  async agency(
    @Param('agency') code: string,
    @CallerOf() { agency, role }: Caller,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<z.output<typeof agencyView> | z.output<typeof ownAgencyView>> {
    const { members } = await this.reads.at(minimum);
    const member = Object.hasOwn(members, code) ? members[code] : undefined;
    const own = role === OPERATOR_ROLE || agency === code;
    if (!member || (member.status === 'PROPOSED' && !own)) throw new ProblemError('NOT_FOUND');
    const now = await this.reads.now();
    return own ? ownAgencyViewOf(code, member, now) : agencyViewOf(code, member, now);
  }

  @Get('jurisdictions')
  @ApiOperation({ summary: 'Jurisdictions with their lanes, and every earlier assignment of them' })
  @ApiMembership(listOf(jurisdictionView), 'All of them.')
  async jurisdictions(@MinimumOf() minimum: AskedPosition | null): Promise<List<z.output<typeof jurisdictionView>>> {
    return all(jurisdictionViewsOf(await this.reads.at(minimum)));
  }

  @Get('changes')
  @RequireRole(OPERATOR_ROLE)
  @ApiOperation({ summary: 'Suspensions and departures that wait for a second person' })
  @ApiMembership(listOf(changeView), 'All of them.')
  async changes(@MinimumOf() minimum: AskedPosition | null): Promise<List<z.output<typeof changeView>>> {
    const { changes } = await this.reads.at(minimum);
    return all(Object.entries(changes).map(([id, { kind, agency, reason }]) => ({ id, kind, agency, reason })));
  }
}
