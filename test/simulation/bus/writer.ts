import { type Leg, leg } from '#libs/domain';
import { Journal, type LaneClass, type LaneCommand, type Outcome } from '#libs/journal';
import { TransientError } from '#libs/kernel';
import { clientClass } from '../postgres/client.js';
import type { SimulatedProcess } from '../world/world.js';
import { Member, type Running } from './member.js';
import { digestKeys, type Outside } from './outside.js';

export type Reply = (answer: Outcome<Leg> | Error) => void;

/** A process that accepts commands: the journal as it is, over a simulated database. */
export class Writer extends Member<Running & { readonly journal: Journal<Leg> }> {
  constructor(
    name: string,
    outside: Outside,
    private readonly laneClassOf: (lane: number) => LaneClass,
    private readonly routineLoops: number,
  ) {
    super(name, outside);
  }

  /** Runs in the writer's process. A reply is given in it, too. */
  handle(command: LaneCommand<Leg>, reply: Reply): void {
    const journal = this.running?.journal;
    if (!journal) {
      reply(new TransientError('NOT_READY', 503, 1));
      return;
    }
    journal.handle(command).then(reply, reply);
  }

  protected async run(process: SimulatedProcess): Promise<Running & { journal: Journal<Leg> }> {
    const journal = await Journal.open<Leg>({
      database: { Client: clientClass(process, this.outside.journal) },
      fold: leg,
      laneClassOf: this.laneClassOf,
      digestKeys,
      routineLoops: this.routineLoops,
      onError: (error) => this.outside.world.say(process.name, () => `journal connection: ${error.message}`),
    });
    return { journal, stop: () => journal.stop() };
  }
}
