import { DescribeCommand } from '#libs/accepting';
import { BodyLimit, type Caller, CallerOf, type HttpRequest, MAX_BODY_BYTES } from '#libs/platform';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { batchDocs } from '../api-docs/operations.js';
import { Admission } from '../limits/admission.js';
import { BatchIntake, type ItemResult } from './batch-intake.js';
import { batchSchema } from './batch.schema.js';

@ApiTags('referrals: commands')
@Controller('v1')
export class BatchController {
  constructor(
    private readonly admission: Admission,
    private readonly intake: BatchIntake,
  ) {}

  // the doubled colon is one that does not begin a parameter
  @Post('referrals::batch')
  @HttpCode(200)
  @BodyLimit({ bytes: MAX_BODY_BYTES, values: 200_000 })
  @DescribeCommand(batchDocs)
  submit(
    @Req() { id: correlation }: HttpRequest,
    @Body({ schema: batchSchema }) { items }: z.output<typeof batchSchema>,
    @CallerOf() caller: Caller,
  ): Promise<{ results: ItemResult[] }> {
    return this.admission.many(caller, items.length, async (actor) => ({
      results: await this.intake.submit(items, { actor, correlation }),
    }));
  }
}
