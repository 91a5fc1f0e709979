import { isDeliveryService, isEvidenceService } from '#libs/domain';
import { type Caller, CallerOf, DatabaseAway, ProblemError } from '#libs/platform';
import { Body, Controller, HttpCode, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { CallReports, callReport } from './call-reports.js';
import { Retrievals } from './retrievals.js';

/** Referrals in one question or word. */
const AT_ONCE = 500;
const referrals = z.array(z.string().max(80)).max(AT_ONCE);

const question = z.strictObject({
  /** Of which it is asked whether they are available. */
  referrals,
  /** Number of the last retrieval that is known. */
  after: z.int().min(0),
});
const word = z.strictObject({ referrals });
const reports = z.strictObject({ calls: z.array(callReport).max(AT_ONCE) });

interface Receipt {
  readonly referral: string;
  readonly at: string;
}

/** Who has read how far, and what was fetched. */
interface Receipts {
  readonly available: readonly Receipt[];
  readonly retrieved: readonly (Receipt & { readonly number: number })[];
}

/** What this app knows of the way of referrals to their receivers. Only for the bus itself: to others there is no such place. */
@ApiExcludeController()
@UseInterceptors(DatabaseAway)
@Controller('v1/receipts')
export class ReceiptsController {
  constructor(
    private readonly retrievals: Retrievals,
    private readonly calls: CallReports,
  ) {}

  @Post()
  @HttpCode(200)
  async read(
    @Body({ schema: question }) { referrals: asked, after }: z.output<typeof question>,
    @CallerOf() caller: Caller,
  ): Promise<Receipts> {
    if (!isEvidenceService(caller)) throw new ProblemError('NOT_FOUND');
    const [available, retrieved] = await Promise.all([
      this.retrievals.available(asked),
      this.retrievals.since(after, AT_ONCE),
    ]);
    return {
      available: available.map(({ referral, at }) => ({ referral, at: at.toISOString() })),
      retrieved: retrieved.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    };
  }

  /** What a receiver's webhook has taken. */
  @Put('retrieved')
  @HttpCode(204)
  async note(
    @Body({ schema: word }) { referrals: taken }: z.output<typeof word>,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    if (!isDeliveryService(caller)) throw new ProblemError('NOT_FOUND');
    await this.retrievals.note(taken);
  }

  /** By what who was called, and what came of it. */
  @Put('calls')
  @HttpCode(204)
  async tell(
    @Body({ schema: reports }) { calls }: z.output<typeof reports>,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    if (!isDeliveryService(caller)) throw new ProblemError('NOT_FOUND');
    await this.calls.keep(calls);
  }
}
