import type { World } from '../world/world.js';
import { protocolError } from './kafka-errors.js';

export interface Member {
  readonly metadata: Buffer;
  /** Tells the member's client that something happened, so that its next heartbeat is soon. */
  readonly poke: () => void;
}

/** A member that is not heard of for as long is out of its group. */
const SESSION_MS = 6_000;

export interface Joined {
  readonly generationId: number;
  readonly leaderId: string;
  readonly memberId: string;
  readonly groupProtocol: string;
  readonly members: readonly { readonly memberId: string; readonly memberMetadata: Buffer }[];
}

/**
 * A consumer group without the barrier of a join: each member works the assignment out for itself, and learns of a new
 * generation by its own next heartbeat. So for a while two members own a lane, or nobody does: more than a broker allows, and
 * what the bus must bear.
 */
export class Group {
  readonly #world: World;
  readonly #members = new Map<string, Member & { heardAt: number }>();
  readonly #offsets = new Map<string, string>();
  #generation = 0;
  #names = 0;

  constructor(
    world: World,
    readonly name: string,
  ) {
    this.#world = world;
  }

  get size(): number {
    return this.#members.size;
  }

  join(known: string, protocol: string, member: Member, owner: string): Joined {
    const memberId = this.#members.has(known) ? known : `${owner}-${(this.#names += 1)}`;
    if (memberId !== known) {
      this.#members.set(memberId, { ...member, heardAt: this.#world.now });
      this.#rebalance(memberId);
      this.#watch(memberId);
    }
    const members = [...this.#members].map(([id, { metadata }]) => ({ memberId: id, memberMetadata: metadata }));
    return { generationId: this.#generation, leaderId: memberId, memberId, groupProtocol: protocol, members };
  }

  /** @throws a protocol error that makes the member join again */
  check(memberId: string, generation: number): void {
    const member = this.#members.get(memberId);
    if (!member) throw protocolError('UNKNOWN_MEMBER_ID');
    member.heardAt = this.#world.now;
    if (generation !== this.#generation) throw protocolError('REBALANCE_IN_PROGRESS');
  }

  #watch(memberId: string): void {
    const member = this.#members.get(memberId);
    if (!member) return;
    const left = member.heardAt + SESSION_MS - this.#world.now;
    if (left > 0) this.#world.after(left, null, () => this.#watch(memberId));
    else this.remove(memberId);
  }

  /** A member has left, or was not heard of for too long. */
  remove(memberId: string): void {
    if (this.#members.delete(memberId)) this.#rebalance(memberId);
  }

  /** Everybody joins again, as after a change of coordinator. */
  shake(): void {
    this.#rebalance('');
  }

  #rebalance(cause: string): void {
    this.#generation += 1;
    this.#world.say(this.name, () => `generation ${this.#generation}: ${[...this.#members.keys()].join(', ')}`);
    for (const [id, member] of this.#members) {
      if (id !== cause) this.#world.after(this.#world.chance.around(300), null, member.poke);
    }
  }

  commit(partition: string, offset: string): void {
    this.#offsets.set(partition, offset);
  }

  committed(partition: string): string {
    return this.#offsets.get(partition) ?? '-1';
  }
}
