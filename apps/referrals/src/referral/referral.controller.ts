import { Directory } from '#libs/domain';
import { BodyLimit, type Caller, CallerOf, type HttpReply, type HttpRequest } from '#libs/platform';
import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DescribeCommand } from '../api-docs/describe-command.js';
import { acceptDocs, acknowledgeDocs, receiveDocs, rejectDocs, submitDocs } from '../api-docs/operations.js';
import { Admission, type Weight } from '../limits/admission.js';
import { isUrgent, saysUrgent } from '../limits/urgency.js';
import type { ReferralAnswer } from './answer.js';
import { accept, acknowledge, type Move, receive, reject } from './moves.js';
import { ReferralCommands } from './referral-commands.js';

/** Bodies of single commands are small; what is larger is not one. */
const bounds = { bytes: 64 * 1024, values: 2_000 };

/** Commands on referrals. Content is read behind this door, by the same code that reads the items of a batch. */
@ApiTags('referrals: commands')
@Controller('v1/referrals')
export class ReferralCommandController {
  constructor(
    private readonly admission: Admission,
    private readonly commands: ReferralCommands,
    private readonly directory: Directory,
  ) {}

  @Post()
  @BodyLimit(bounds)
  @DescribeCommand(submitDocs)
  async submit(
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReferralAnswer> {
    const { answer, position } = await this.admission.run(caller, weightOf(saysUrgent(request.body)), (actor) =>
      this.commands.submit({ actor, ...commandOf(request) }),
    );
    void reply.headers({ Location: `/v1/referrals/${answer.id}`, 'Bus-Position': position });
    return answer;
  }

  @Post(':id/receive')
  @HttpCode(200)
  @BodyLimit(bounds)
  @DescribeCommand(receiveDocs)
  receive(
    @Param('id') id: string,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReferralAnswer> {
    return this.#move(receive, id, { caller, request, reply });
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @BodyLimit(bounds)
  @DescribeCommand(acknowledgeDocs)
  acknowledge(
    @Param('id') id: string,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReferralAnswer> {
    return this.#move(acknowledge, id, { caller, request, reply });
  }

  @Post(':id/accept')
  @HttpCode(200)
  @BodyLimit(bounds)
  @DescribeCommand(acceptDocs)
  accept(
    @Param('id') id: string,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReferralAnswer> {
    return this.#move(accept, id, { caller, request, reply });
  }

  @Post(':id/reject')
  @HttpCode(200)
  @BodyLimit(bounds)
  @DescribeCommand(rejectDocs)
  reject(
    @Param('id') id: string,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReferralAnswer> {
    return this.#move(reject, id, { caller, request, reply });
  }

  async #move<Content extends object>(move: Move<Content>, id: string, exchange: Exchange): Promise<ReferralAnswer> {
    const { caller, request, reply } = exchange;
    const { answer, position } = await this.admission.run(caller, weightOf(isUrgent(this.directory, id)), (actor) =>
      this.commands.move(move, id, { actor, ...commandOf(request) }),
    );
    void reply.header('Bus-Position', position);
    return answer;
  }
}

const weightOf = (urgent: boolean): Weight => ({ commands: 1, routine: urgent ? 0 : 1 });

interface Exchange {
  readonly caller: Caller;
  readonly request: HttpRequest;
  readonly reply: HttpReply;
}

const commandOf = ({
  id,
  headers,
  body,
}: HttpRequest): { correlation: string; idempotencyKey: unknown; body: unknown } => ({
  correlation: id,
  idempotencyKey: headers['idempotency-key'],
  body,
});
