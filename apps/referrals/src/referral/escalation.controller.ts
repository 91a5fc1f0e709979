import type { Exchange } from '#libs/accepting';
import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Move } from '../moves/move.js';
import { LegMover } from './leg-mover.js';
import { routeMoves } from './move-routes.js';
import type { Settled } from './settled.js';

/** Commands on the escalation of a referral, by the referral's id: each row of its table becomes a route. */
@ApiTags('escalations: commands')
@Controller('v1')
export class EscalationCommandController {
  constructor(private readonly mover: LegMover) {}

  move(move: Move, id: string, exchange: Exchange): Promise<Settled['answer']> {
    return this.mover.move(move, id, exchange);
  }
}

routeMoves(EscalationCommandController, 'escalations');
