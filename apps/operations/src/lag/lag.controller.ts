import { Members } from '#libs/membership';
import { RequireRole } from '#libs/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiOperations } from '../api-operations.js';
import { LagReader } from './lag-reader.js';
import { lagView, lagViewOf } from './lag-view.js';

const lagQuery = z.strictObject({
  consumer: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'Only this consumer: name, or name and version.', example: 'agency_views' }),
  lane: z.coerce.number().int().min(0).max(65_535).optional().meta({ description: 'Only this lane.' }),
});

@ApiTags('operations')
@RequireRole('SCHEME_ADMIN')
@Controller('v1/operations/lag')
export class LagController {
  constructor(
    private readonly reader: LagReader,
    private readonly members: Members,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'How far each consumer is in each lane, against what was accepted and what was relayed',
    description: 'Lanes without events are left out. Times are of the clock that accepts events.',
  })
  @ApiOperations(
    { status: 200, schema: lagView, description: 'Every consumer that is watched.' },
    { 400: 'QUERY_INVALID', 503: 'JOURNAL_UNAVAILABLE' },
  )
  async lag(@Query({ schema: lagQuery }) query: z.output<typeof lagQuery>): Promise<z.output<typeof lagView>> {
    return lagViewOf(await this.reader.read(), this.members.directory.lanes, query);
  }
}
