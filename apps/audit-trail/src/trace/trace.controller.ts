import { parseReferralId } from '#libs/kernel';
import { type Caller, CallerOf, type HttpRequest, minimumOf, ProblemError } from '#libs/platform';
import { Controller, Get, Headers, Param, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TrailConsumer } from '../consumer/trail.consumer.js';
import { ApiAudit } from '../door/api-audit.js';
import { AuditDoor } from '../door/audit-door.js';
import { formatTraceCursor, parseTraceCursor } from './trace-place.js';
import { TraceQuery } from './trace.query.js';
import { entryViewOf, exampleReferral, traceView } from './trace-view.js';

const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'Items on a page.', example: 100 }),
  cursor: z.string().max(100).optional().meta({ description: '`next` of the page before.' }),
});

@ApiTags('audit')
@Controller('v1/audit/trace')
export class TraceController {
  constructor(
    private readonly door: AuditDoor,
    private readonly query: TraceQuery,
    private readonly consumer: TrailConsumer,
  ) {}

  @Get(':referral')
  @ApiOperation({
    summary: 'Everything that happened to a referral leg: who, when, which event, and its leaf in the tree of the lane',
    description:
      'Ids and codes only. Each query is logged; its record as an event of its own comes with a later version.',
  })
  @ApiParam({ name: 'referral', schema: { type: 'string', example: exampleReferral } })
  @ApiHeader({
    name: 'Bus-Min-Position',
    required: false,
    description: '`Bus-Position` of an earlier answer: show a trail that is at least that far, or answer 425.',
  })
  @ApiAudit(traceView, 'A page of entries, in the order of the lane.', {
    400: 'QUERY_INVALID, HEADER_INVALID',
    404: 'NOT_FOUND: no event of such a referral',
    425: 'VIEW_BEHIND: not at Bus-Min-Position yet, ask again after Retry-After',
  })
  async trace(
    @Param('referral') referral: string,
    @Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>,
    @Headers('bus-purpose') purpose: string | undefined,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
  ): Promise<z.output<typeof traceView>> {
    const wellFormed = parseReferralId(referral) !== null;
    this.door.enter({ caller, purpose, target: wellFormed ? referral : 'malformed' });
    if (!wellFormed) throw new ProblemError('NOT_FOUND');
    const minimum = minimumOf(request, positionInvalid);
    if (minimum) await this.consumer.gate.reached(minimum, { beforeWait: minimum.stepAside, afterWait: minimum.goOn });
    const place = cursor === undefined ? { lane: 0, position: 0 } : parseTraceCursor(cursor);
    const entries = await this.query.list(referral, place, limit + 1);
    if (entries.length === 0 && cursor === undefined) throw new ProblemError('NOT_FOUND');
    const items = entries.slice(0, limit);
    const last = entries.length > limit ? items.at(-1) : undefined;
    return { items: items.map(entryViewOf), next: last ? formatTraceCursor(last) : null };
  }
}

const positionInvalid = (): ProblemError =>
  new ProblemError('HEADER_INVALID', { errors: [{ path: 'Bus-Min-Position', rule: 'INVALID_FORMAT' }] });
