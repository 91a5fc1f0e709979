import { type Caller, CallerOf, LOGGER, type Logger, ProblemError, RequireRole } from '#libs/platform';
import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiOperations } from '../api-operations.js';
import { Databases, type Watched } from '../facts/databases.js';
import { isParked, listParked } from './parked.js';
import { formatParkingCursor, parseParkingCursor, type ParkingPlace } from './parking-place.js';
import { exampleConsumer, exampleKey, parkedViewOf, parkingView, redriveView, redriveViewOf } from './parking-view.js';
import { findRedrive, requestRedrive } from './redrives.js';

const parkingQuery = z.strictObject({
  consumer: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'Only this consumer: name and version.', example: exampleConsumer }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Items on a page.', example: 50 }),
  cursor: z.string().max(1_000).optional().meta({ description: '`next` of the page before.' }),
});

const keyParam = z.string().regex(/^[^\0]{1,200}$/);

@ApiTags('operations')
@RequireRole('SCHEME_ADMIN')
@Controller('v1/operations/parking')
export class ParkingController {
  constructor(
    private readonly databases: Databases,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Referrals of which an event could not be applied, by consumer: their later events wait behind it, all others flow',
  })
  @ApiOperations(
    { status: 200, schema: parkingView, description: 'A page of parked referrals.' },
    { 400: 'QUERY_INVALID' },
  )
  async list(
    @Query({ schema: parkingQuery }) { consumer, limit, cursor }: z.output<typeof parkingQuery>,
  ): Promise<z.output<typeof parkingView>> {
    const place = cursor === undefined ? null : parseParkingCursor(cursor);
    const found: (ParkingPlace & { readonly view: z.output<typeof parkingView>['items'][number] })[] = [];
    for (const { watched, after } of this.#from(place)) {
      if (found.length > limit || (consumer !== undefined && consumer !== watched.id)) continue;
      const keys = await listParked(watched.pool, watched.consumer, after, limit + 1 - found.length);
      found.push(
        ...keys.map((each) => ({ consumer: watched.id, key: each.key, view: parkedViewOf(watched.id, each) })),
      );
    }
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items: items.map(({ view }) => view), next: last ? formatParkingCursor(last) : null };
  }

  @Post(':consumer/:key/redrive')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Apply the parked events of a referral again, in their order, up to the first that still cannot be',
    description:
      'Carried out by the consumer itself, wherever it runs: ask the same address with GET for the result. Repeating the request is harmless, so it takes no Idempotency-Key.',
  })
  @ApiParam({ name: 'consumer', schema: { type: 'string', example: exampleConsumer } })
  @ApiParam({ name: 'key', schema: { type: 'string', example: exampleKey } })
  @ApiOperations(
    { status: 202, schema: redriveView, description: 'Asked for.' },
    { 404: 'NOT_FOUND: no such consumer, or nothing of this key is parked there' },
  )
  async redrive(
    @Param('consumer') id: string,
    @Param('key', { schema: keyParam }) key: string,
    @CallerOf() { client, person, agency }: Caller,
  ): Promise<z.output<typeof redriveView>> {
    const { consumer, pool } = this.#watched(id);
    if (!(await isParked(pool, consumer, key))) throw new ProblemError('NOT_FOUND');
    const redrive = await requestRedrive(pool, consumer, key, person === null ? client : `${client}/${person}`);
    this.logger.info(
      { code: 'REDRIVE_ASKED', consumer: id, key, redrive: redrive.id, agency, client, person },
      'redrive asked',
    );
    return redriveViewOf(id, key, redrive);
  }

  @Get(':consumer/:key/redrive')
  @ApiOperation({ summary: 'What became of the latest redrive of a referral' })
  @ApiParam({ name: 'consumer', schema: { type: 'string', example: exampleConsumer } })
  @ApiParam({ name: 'key', schema: { type: 'string', example: exampleKey } })
  @ApiOperations(
    { status: 200, schema: redriveView, description: 'The latest one.' },
    { 404: 'NOT_FOUND: no such consumer, or no redrive of this key was asked for' },
  )
  async result(
    @Param('consumer') id: string,
    @Param('key', { schema: keyParam }) key: string,
  ): Promise<z.output<typeof redriveView>> {
    const { consumer, pool } = this.#watched(id);
    const redrive = await findRedrive(pool, consumer, key);
    if (!redrive) throw new ProblemError('NOT_FOUND');
    return redriveViewOf(id, key, redrive);
  }

  /** The consumers from the place on, each with the key after which to go on. */
  #from(place: ParkingPlace | null): { watched: Watched; after: string }[] {
    const all = this.databases.watched;
    const first = place ? all.findIndex(({ id }) => id === place.consumer) : 0;
    if (first < 0) throw new ProblemError('QUERY_INVALID', { errors: [{ path: '/cursor', rule: 'UNKNOWN_CONSUMER' }] });
    return all.slice(first).map((watched) => ({ watched, after: watched.id === place?.consumer ? place.key : '' }));
  }

  #watched(id: string): Watched {
    const watched = this.databases.find(id);
    if (!watched) throw new ProblemError('NOT_FOUND');
    return watched;
  }
}
