import type { SimulatedProcess } from '../world/world.js';
import type { Broker, PartitionBatch, ReadFrom } from './broker.js';
import { batchText, fetchAnswer, type Message, produceAnswer, stored } from './broker-answers.js';
import type { Joined } from './group.js';
import { BROKER, connectionClosed, connectionRefused, protocolError } from './kafka-errors.js';

interface Waiting {
  readonly label: string;
  readonly fail: (error: Error) => void;
}

interface TopicPartitions<P> {
  readonly topic: string;
  readonly partitions: readonly P[];
}

interface MemberRequest {
  readonly groupId: string;
  readonly memberId: string;
  readonly groupGenerationId: number;
}

/** Requests that are carried out after their connection broke come this much later. */
const LATE_MS = { least: 500, most: 8_000 };
/** Longer than a consumer asks for, since nothing is gained by asking often; whatever it waits for wakes it. */
const HOLD_MS = 1_000;
/** A member must be heard of now and then. */
const LONGEST_HOLD_MS = 2_000;

/** One process's connection to the broker, with the requests that kafkajs makes of it. */
export class BrokerRequests {
  readonly nodeId = BROKER.nodeId;
  readonly #process: SimulatedProcess;
  readonly #broker: Broker;
  readonly #waiting = new Set<Waiting>();
  #connecting: Promise<void> | null = null;
  #forgetConnection: (() => void) | null = null;
  #wakeFetch: (() => void) | null = null;

  constructor(process: SimulatedProcess, broker: Broker) {
    this.#process = process;
    this.#broker = broker;
  }

  isConnected(): boolean {
    return this.#forgetConnection !== null;
  }

  async connect(): Promise<void> {
    if (this.isConnected()) return;
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = null;
    });
    await this.#connecting;
  }

  #connect(): Promise<void> {
    const { world } = this.#process;
    return new Promise((resolve, reject) =>
      this.#process.after(world.latency(this.#process.chance), () => {
        if (!this.#broker.up) {
          reject(connectionRefused());
          return;
        }
        this.#forgetConnection = this.#broker.connected(() => this.#process.soon(() => this.#closed()));
        this.#process.onEnd(() => this.#forgetConnection?.());
        resolve();
      }),
    );
  }

  disconnect(): void {
    this.#closed();
  }

  poke(): void {
    this.#wakeFetch?.();
  }

  #closed(): void {
    this.#forgetConnection?.();
    this.#forgetConnection = null;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const { fail } of waiting) fail(connectionClosed());
  }

  /** A request that is answered as soon as it has arrived. */
  ask<T>(label: string, act: () => T): Promise<T> {
    return this.#request(label, (answer, refuse) => {
      try {
        answer(act());
      } catch (error) {
        refuse(error as Error);
      }
    });
  }

  #request<T>(label: string, arrive: (answer: (value: T) => void, refuse: (error: Error) => void) => void): Promise<T> {
    const { world, chance } = this.#process;
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { label, fail: reject };
      const settle = (settled: () => void): void => {
        world.after(world.latency(chance), this.#process, () => {
          if (this.#waiting.delete(waiting)) settled();
        });
      };
      if (!this.isConnected()) {
        this.#process.soon(() => reject(connectionClosed()));
        return;
      }
      this.#waiting.add(waiting);
      world.after(world.latency(chance), null, () => {
        if (!this.#broker.up) return; // its connections were closed when it stopped
        arrive(
          (value) => settle(() => resolve(value)),
          (error) => settle(() => reject(error)),
        );
      });
    });
  }

  produce({
    topicData,
  }: {
    topicData: TopicPartitions<{ partition: number; messages: Message[] }>[];
  }): Promise<unknown> {
    const batches = topicData.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, messages }) => ({
        topic,
        partition,
        records: messages.map((message) => stored(message, this.#process.clock)),
      })),
    );
    const { world, name } = this.#process;
    const fault = this.#broker.takeProduceFault(name);
    world.say(name, () => `kafka: sends ${batches.map(batchText).join(', ')}${fault ? ` (${fault})` : ''}`);
    if (fault === 'LATE') return this.#lateProduce(batches);
    return this.#request('produce', (answer, refuse) => {
      if (fault === 'REFUSED') return refuse(protocolError('REQUEST_TIMED_OUT'));
      if (fault === 'PARTIAL') return refuse(this.#appendSome(batches));
      const appended = this.#broker.append(batches);
      if (fault === 'ANSWER_LOST') return this.#process.soon(() => this.#closed());
      answer({ topics: produceAnswer(appended) });
    });
  }

  #lateProduce(batches: readonly PartitionBatch[]): Promise<unknown> {
    const { world } = this.#process;
    world.after(world.chance.between(LATE_MS.least, LATE_MS.most), null, () => {
      if (this.#broker.up) this.#broker.appendLate(batches);
    });
    return this.#request('produce', () => this.#process.soon(() => this.#closed()));
  }

  #appendSome(batches: readonly PartitionBatch[]): Error {
    const { chance } = this.#broker.world;
    const refused = chance.below(batches.length);
    this.#broker.append(batches.filter((_, index) => index !== refused && chance.happens(0.7)));
    return protocolError('NOT_LEADER_FOR_PARTITION');
  }

  fetch(request: {
    maxWaitTime: number;
    topics: TopicPartitions<{ partition: number; fetchOffset: string }>[];
  }): Promise<unknown> {
    const wanted = request.topics.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, fetchOffset }) => ({ topic, partition, offset: Number(fetchOffset) })),
    );
    return this.#request('fetch', (answer, refuse) => {
      const attempt = (isLast: boolean): boolean => {
        try {
          const fetched = this.#broker.read(wanted);
          if (fetched || isLast) answer({ responses: fetchAnswer(fetched ?? []) });
          return fetched !== null || isLast;
        } catch (error) {
          refuse(error as Error);
          return true;
        }
      };
      if (!attempt(false)) this.#holdFetch(wanted, request.maxWaitTime, attempt);
    });
  }

  #holdFetch(wanted: readonly ReadFrom[], maxWait: number, attempt: (isLast: boolean) => boolean): void {
    const { world } = this.#process;
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      stopWatching();
      attempt(true);
    };
    const stopWatching = this.#broker.watch(wanted, end);
    this.#wakeFetch = end;
    world.after(Math.max(maxWait, HOLD_MS) + Math.min(world.laziness, LONGEST_HOLD_MS), null, end);
  }

  listOffsets({ topics }: { topics: TopicPartitions<{ partition: number; timestamp: number }>[] }): Promise<unknown> {
    return this.ask('listOffsets', () => ({
      responses: topics.map(({ topic, partitions }) => ({
        topic,
        partitions: partitions.map(({ partition, timestamp }) => {
          return { partition, offset: String(this.#broker.log(topic, partition).offsetAt(timestamp)) };
        }),
      })),
    }));
  }

  findGroupCoordinator(): Promise<unknown> {
    return this.ask('findGroupCoordinator', () => ({ host: BROKER.host, coordinator: BROKER }));
  }

  joinGroup(request: {
    groupId: string;
    memberId: string;
    groupProtocols: { name: string; metadata: Buffer }[];
  }): Promise<Joined> {
    const [protocol] = request.groupProtocols;
    if (!protocol) throw new RangeError('no assigner');
    return this.ask('joinGroup', () => {
      const group = this.#broker.group(request.groupId);
      const member = { metadata: protocol.metadata, poke: () => this.poke() };
      return group.join(request.memberId, protocol.name, member, this.#process.name);
    });
  }

  syncGroup(request: {
    groupId: string;
    memberId: string;
    generationId: number;
    groupAssignment: { memberId: string; memberAssignment: Buffer }[];
  }): Promise<unknown> {
    return this.ask('syncGroup', () => {
      this.#broker.group(request.groupId).check(request.memberId, request.generationId);
      const own = request.groupAssignment.find(({ memberId }) => memberId === request.memberId);
      return { memberAssignment: own?.memberAssignment ?? Buffer.alloc(0) };
    });
  }

  heartbeat({ groupId, memberId, groupGenerationId }: MemberRequest): Promise<unknown> {
    return this.ask('heartbeat', () => this.#broker.group(groupId).check(memberId, groupGenerationId));
  }

  leaveGroup({ groupId, memberId }: Omit<MemberRequest, 'groupGenerationId'>): Promise<unknown> {
    return this.ask('leaveGroup', () => this.#broker.group(groupId).remove(memberId));
  }

  offsetCommit({
    groupId,
    memberId,
    groupGenerationId,
    topics,
  }: MemberRequest & { topics: TopicPartitions<{ partition: number; offset: unknown }>[] }): Promise<unknown> {
    return this.ask('offsetCommit', () => {
      const group = this.#broker.group(groupId);
      group.check(memberId, groupGenerationId);
      for (const { topic, partitions } of topics)
        for (const { partition, offset } of partitions) group.commit(`${topic}/${partition}`, String(offset));
    });
  }

  offsetFetch({
    groupId,
    topics,
  }: {
    groupId: string;
    topics: TopicPartitions<{ partition: number }>[];
  }): Promise<unknown> {
    return this.ask('offsetFetch', () => ({
      responses: topics.map(({ topic, partitions }) => ({
        topic,
        partitions: partitions.map(({ partition }) => ({
          partition,
          offset: this.#broker.group(groupId).committed(`${topic}/${partition}`),
        })),
      })),
    }));
  }
}
