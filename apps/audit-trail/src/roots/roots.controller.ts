import { type Caller, CallerOf } from '#libs/platform';
import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { treeEntity, type TreeRow } from '../database/entities.js';
import { ApiAudit } from '../door/api-audit.js';
import { AuditDoor } from '../door/audit-door.js';

const rootView = z.strictObject({
  id: z.string().meta({ description: 'The lane.' }),
  lane: z.int(),
  size: z.int().meta({ description: 'Number of leaves: the last position of the lane.' }),
  root: z.string().meta({ description: 'RFC 6962 Merkle tree hash, hex.' }),
  head: z.string().meta({ description: 'Leaf of the last position, hex.' }),
});

const rootsView = z.strictObject({ items: z.array(rootView), next: z.null() }).meta({
  example: {
    items: [
      {
        id: '17',
        lane: 17,
        size: 1,
        root: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        head: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      },
    ],
    next: null,
  },
});

@ApiTags('audit')
@Controller('v1/audit/roots')
export class RootsController {
  constructor(
    private readonly door: AuditDoor,
    private readonly database: DataSource,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Size and root of the tree of every lane that has events',
    description:
      'Whoever holds the topics can compute the same roots. Signed checkpoints over them come with a later version.',
  })
  @ApiAudit(rootsView, 'All lanes, in their order.')
  async list(
    @Headers('bus-purpose') purpose: string | undefined,
    @CallerOf() caller: Caller,
  ): Promise<z.output<typeof rootsView>> {
    this.door.enter({ caller, purpose, target: 'roots' });
    const trees = await this.database.getRepository(treeEntity).find({ order: { lane: 'ASC' } });
    return { items: trees.map(rootViewOf), next: null };
  }
}

function rootViewOf({ lane, size, root, head }: TreeRow): z.output<typeof rootView> {
  return { id: String(lane), lane, size, root: root.toString('hex'), head: head.toString('hex') };
}
