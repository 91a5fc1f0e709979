import { COMMAND_BOUNDS, commandOf, DescribeCommand, type Exchange } from '#libs/accepting';
import { Members } from '#libs/membership';
import { BodyLimit, type Caller, CallerOf, type HttpReply, type HttpRequest } from '#libs/platform';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requestReleaseDocs, submitDocs } from '../api-docs/operations.js';
import { Admission } from '../limits/admission.js';
import { standingOf } from '../limits/standings.js';
import type { Move } from '../moves/move.js';
import type { ReferralAnswer } from './answer.js';
import { LegMover } from './leg-mover.js';
import { routeMoves } from './move-routes.js';
import type { OpeningName } from './open-leg.js';
import { ReferralCommands } from './referral-commands.js';
import type { Settled } from './settled.js';

/**
 * Commands on referrals. Content is read behind this door, by the same code that reads the items of a batch. What is said of
 * an existing referral has no handler of its own: each row of the table of moves becomes a route.
 */
@ApiTags('referrals: commands')
@Controller('v1')
export class ReferralCommandController {
  constructor(
    private readonly admission: Admission,
    private readonly commands: ReferralCommands,
    private readonly mover: LegMover,
    private readonly members: Members,
  ) {}

  @Post('referrals')
  @BodyLimit(COMMAND_BOUNDS)
  @DescribeCommand(submitDocs)
  submit(
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReferralAnswer> {
    return this.#open('SubmitReferral', { caller, request, reply });
  }

  // the doubled colon is one that does not begin a parameter
  @Post('referrals::request-release')
  @BodyLimit(COMMAND_BOUNDS)
  @DescribeCommand(requestReleaseDocs)
  requestRelease(
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReferralAnswer> {
    return this.#open('RequestRelease', { caller, request, reply });
  }

  move(move: Move, id: string, exchange: Exchange): Promise<Settled['answer']> {
    return this.mover.move(move, id, exchange);
  }

  async #open(name: OpeningName, { caller, request, reply }: Exchange): Promise<ReferralAnswer> {
    const standing = standingOf(this.members.directory, request.body);
    const { answer, position } = await this.admission.one(caller, standing, (actor) =>
      this.commands.open(name, { actor, ...commandOf(request) }),
    );
    void reply.headers({ Location: `/v1/referrals/${answer.id}`, 'Bus-Position': position });
    return answer;
  }
}

routeMoves(ReferralCommandController, 'referrals');
