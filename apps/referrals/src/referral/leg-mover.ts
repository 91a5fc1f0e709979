import { commandOf, type Exchange } from '#libs/accepting';
import { Members } from '#libs/membership';
import { Injectable } from '@nestjs/common';
import { Admission } from '../limits/admission.js';
import { standingOn } from '../limits/standings.js';
import type { Move } from '../moves/move.js';
import { ReferralCommands } from './referral-commands.js';
import type { Settled } from './settled.js';

/** Takes a row of a table of moves from its request to its answer, whatever the family. */
@Injectable()
export class LegMover {
  constructor(
    private readonly admission: Admission,
    private readonly commands: ReferralCommands,
    private readonly members: Members,
  ) {}

  async move(move: Move, id: string, { caller, request, reply }: Exchange): Promise<Settled['answer']> {
    const standing = standingOn(this.members.directory, id);
    const { answer, position } = await this.admission.one(caller, standing, (actor) =>
      this.commands.move(move, id, { actor, ...commandOf(request) }),
    );
    if (position !== null) void reply.header('Bus-Position', position);
    return answer;
  }
}
