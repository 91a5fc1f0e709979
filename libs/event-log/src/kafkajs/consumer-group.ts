import { internalModule } from './internals.js';

interface ConsumerGroup {
  readonly memberId: string | null;
  fetch: (this: ConsumerGroup, nodeId: string) => Promise<unknown>;
}

const MENDED = Symbol('mended');
const UNKNOWN_MEMBER_ID = 25;

/**
 * A member that its coordinator has forgotten gives up its id and joins anew. Where that fails once, as while another broker takes
 * the group over, kafkajs goes on fetching without an id, sends no heartbeat for want of one, and so is in no group for good,
 * while others are given its lanes. Without an id nothing is fetched here: it tries to join again.
 */
export function mendConsumerGroup(): void {
  const { prototype } = internalModule('consumer/consumerGroup') as {
    prototype: ConsumerGroup & { [MENDED]?: true };
  };
  if (prototype[MENDED]) return;
  prototype[MENDED] = true;
  const { fetch } = prototype;
  const { createErrorFromCode } = internalModule('protocol/error') as { createErrorFromCode: (code: number) => Error };
  prototype.fetch = async function (nodeId) {
    if (this.memberId === null) throw createErrorFromCode(UNKNOWN_MEMBER_ID);
    return fetch.call(this, nodeId);
  };
}
