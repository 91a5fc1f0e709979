import { actorOf, idempotencyKeyFrom } from '#libs/accepting';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import { BodyLimit, type Caller, CallerOf, type HttpRequest, MAX_BODY_BYTES } from '#libs/platform';
import { submissionSchema } from '../../../apps/referrals/src/content/submission.schema.js';
import { requireOriginator } from '../../../apps/referrals/src/directory/parties.js';
import { directory } from '../../deployment/index.js';
import { ReferralsService } from './referrals.service.js';

const batchSchema = z.strictObject({
  items: z.array(z.strictObject({ idempotencyKey: z.string(), referral: submissionSchema })).max(500),
});

@Controller('v1')
export class BaselineReferralsController {
  constructor(private readonly referrals: ReferralsService) {}

  @Post('referrals')
  submit(
    @CallerOf() caller: Caller,
    @Req() { id: correlation, headers }: HttpRequest,
    @Body({ schema: submissionSchema }) submission: z.output<typeof submissionSchema>,
  ): Promise<object> {
    const actor = actorOf(directory, caller);
    requireOriginator(directory, actor);
    const key = idempotencyKeyFrom(headers['idempotency-key']);
    return this.referrals.submit({ actor, key, correlation, submission });
  }

  /** Side by side, a transaction each, since each item stands or falls alone. */
  @Post('referrals::batch')
  @HttpCode(200)
  @BodyLimit({ bytes: MAX_BODY_BYTES, values: 200_000 })
  async submitAll(
    @CallerOf() caller: Caller,
    @Req() { id: correlation }: HttpRequest,
    @Body({ schema: batchSchema }) { items }: z.output<typeof batchSchema>,
  ): Promise<object> {
    const actor = actorOf(directory, caller);
    requireOriginator(directory, actor);
    const submit = ({ idempotencyKey: key, referral: submission }: (typeof items)[number]): Promise<object> =>
      this.referrals.submit({ actor, key, correlation, submission });
    return { results: await Promise.all(items.map(submit)) };
  }
}
