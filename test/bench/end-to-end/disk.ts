import { requests, saturateOver } from '../accept/write-app.js';
import type { Row } from '../harness/row.js';
import { addedTo } from './disk-use.js';
import { WholeBus } from './whole-bus.js';

export const disk: Row = {
  id: 'end-to-end.disk',
  title: 'bytes on disk (databases and topics) that each byte of an event adds',
  limit: null,
  unit: '×',
  goal: { atMost: 6 },
  durability: 'PostgreSQL fsync=on, synchronous_commit=on; Kafka acks=all, one broker',
  prepare: async (bench) => {
    const bus = await WholeBus.start(bench);
    const notes: string[] = [];
    return {
      figure: async () => {
        const before = await bus.diskUse();
        const load = { seconds: 3 * bench.options.seconds, status: 201, connections: 64 };
        await saturateOver(bus.urlOf('referrals'), requests(bus.tokens, '/v1/referrals'), load);
        await bus.settled();
        const after = await bus.diskUse();
        notes.push(`For each byte of an event: ${addedTo(before, after)}.`, '');
        return (after.bytes - before.bytes) / (after.payload - before.payload);
      },
      check: () => bus.check(),
      notes: () => notes,
      close: () => bus.stop(),
    };
  },
};
