import { TOPICS_IN_USE } from '#libs/contracts';
import type { LaneClass } from '#libs/journal';
import { connectionsTo } from '../postgres/client.js';
import type { Plan } from '../plan/plan.js';
import type { Database, FaultStep } from '../plan/faults.js';
import { escalations, Reader, type ReaderKind, trail, views } from './reader.js';
import type { Member, Running } from './member.js';
import type { Outside } from './outside.js';
import { Shipper } from './shipper.js';
import { Writer } from './writer.js';

type AnyMember = Member<Running>;

/** A whole deployment of the bus: two of almost everything. */
export class Deployment {
  readonly writers: readonly Writer[];
  readonly readers: readonly Reader[];
  readonly members: ReadonlyMap<string, AnyMember>;
  readonly #outside: Outside;
  readonly #late: ReadonlySet<string>;

  constructor(outside: Outside, plan: Plan) {
    this.#outside = outside;
    const { members: names } = plan;
    this.writers = names.writers.map((name) => new Writer(name, outside, classOf, plan.routineLoops));
    const readers = (kind: ReaderKind, of: readonly string[]): Reader[] =>
      of.map((name) => new Reader(name, outside, kind, plan.batch));
    this.readers = [
      ...readers(views, names.views),
      ...readers(trail, names.trail),
      ...readers(escalations, names.escalations),
    ];
    const shippers = names.shippers.map((name) => new Shipper(name, outside, plan.relayLoops));
    const members: AnyMember[] = [...this.writers, ...shippers, ...this.readers];
    this.#late = new Set(plan.late.flatMap((kind) => names[kind]));
    this.members = new Map(members.map((member) => [member.name, member]));
  }

  start(): void {
    for (const member of this.members.values()) if (!this.#late.has(member.name)) member.start();
  }

  /** Carries a fault out. */
  befall(step: FaultStep): void {
    const { world, broker } = this.#outside;
    world.say('fault', () => JSON.stringify(step));
    switch (step.do) {
      case 'crash':
        return this.#member(step.who).crash();
      case 'restart':
        return this.#member(step.who).restart();
      case 'freeze':
        this.#member(step.who).process.thawsAt = world.now + step.ms;
        return;
      case 'cut':
        return this.#cut(step.database);
      case 'lose commit answer':
        return this.#server(step.database).faults.loseCommitAnswer();
      case 'fail statement':
        return this.#server(step.database).faults.arm(new RegExp(step.statement), step.code);
      case 'stop':
        return this.#stop(step.what, step.ms);
      case 'produce':
        return broker.armProduce(this.#member(step.who).process.name, step.fault);
      case 'hide':
        return broker.hide(this.#member(step.who).process.name, step.topic, step.lane, step.ms);
      case 'cut tail':
        return broker.lose(step.topic, step.lane, (log) => log.cutTail(step.count));
      case 'cut head':
        return broker.lose(step.topic, step.lane, (log) => log.cutHead(step.count));
      case 'empty':
        return broker.lose(step.topic, step.lane, (log) => log.empty());
      case 'repeat':
        return broker.repeat(step.topic, step.lane, step.count);
      case 'bury':
        return broker.bury(step.topic, step.lane, step.count);
      case 'cut lane':
        return this.#cutLane(step.lane, step.counts);
      case 'lose power':
        for (const member of this.members.values()) member.crash();
        for (const what of ['journal', 'views', 'kafka'] as const) this.#stop(what, step.ms);
        return this.#cutLane(step.lane, step.counts);
      case 'lose everything':
        return broker.loseEverything();
      case 'rebalance':
        return broker.groups.forEach((group) => group.shake());
      case 'clock':
        return this.#setClock(step.who, step.ms);
    }
  }

  /** Everything that can be mended without a person is. Clocks stay as wrong as they are: nobody sets them right. */
  calm(): void {
    const { journal, views: viewServer, broker, world } = this.#outside;
    world.say('world', () => 'is calm');
    for (const server of [journal, viewServer]) {
      server.faults.disarm();
      if (!server.up) server.start();
      // A clock that was ahead stays there: going back is a fault of its own.
      server.clockAhead = Math.max(server.clockAhead, this.#furthest.get(server.name) ?? 0);
    }
    if (!broker.up) broker.start();
    broker.disarm();
    for (const member of this.members.values()) {
      if (this.#late.has(member.name)) member.start();
      member.process.thawsAt = Math.min(member.process.thawsAt, world.now);
    }
  }

  readonly #furthest = new Map<string, number>();

  #setClock(who: string, ms: number): void {
    const { journal, views: viewServer } = this.#outside;
    const server = [journal, viewServer].find(({ name }) => name === who);
    if (server) {
      server.clockAhead = ms;
      this.#furthest.set(who, Math.max(this.#furthest.get(who) ?? 0, ms));
    } else this.#member(who).process.clockAhead = ms;
  }

  #cut(database: Database): void {
    const connections = connectionsTo(this.#server(database));
    if (connections.length > 0) this.#outside.world.chance.one(connections).cut();
  }

  #cutLane(lane: number, counts: readonly number[]): void {
    TOPICS_IN_USE.forEach((topic, index) =>
      this.#outside.broker.lose(topic, lane, (log) => log.cutTail(counts[index] ?? 0)),
    );
  }

  #stop(what: Database | 'kafka', ms: number): void {
    const { world, broker } = this.#outside;
    const service = what === 'kafka' ? broker : this.#server(what);
    if (!service.up) return;
    service.stop();
    world.after(ms, null, () => {
      if (!service.up) service.start();
    });
  }

  #server(database: Database): Outside['journal'] {
    return this.#outside[database];
  }

  #member(name: string): AnyMember {
    const member = this.members.get(name);
    if (!member) throw new RangeError(`nobody is called ${name}`);
    return member;
  }
}

const CLASSES: readonly LaneClass[] = ['routine', 'urgent', 'routine'];

const classOf = (lane: number): LaneClass => CLASSES[lane] ?? 'routine';
