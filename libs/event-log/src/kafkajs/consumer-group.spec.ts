import { describe, expect, it } from '@jest/globals';
import { mendConsumerGroup } from './consumer-group.js';
import { internalModule } from './internals.js';

interface Group {
  memberId: string | null;
  fetch(nodeId: string): Promise<unknown>;
}

describe('a consumer of which the group knows nothing', () => {
  const groupOf = (memberId: string | null): Group => {
    mendConsumerGroup();
    mendConsumerGroup(); // by another client of the process
    const { prototype } = internalModule('consumer/consumerGroup') as { prototype: object };
    const away = { refreshMetadataIfNecessary: () => Promise.reject(new Error('the broker was asked')) };
    const rest = { cluster: away, recoverFromFetch: (error: Error) => Promise.reject(error) };
    return Object.assign(Object.create(prototype) as Group, { ...rest, memberId });
  };

  it('fetches nothing, and hears what makes it join anew', async () => {
    await expect(groupOf(null).fetch('1')).rejects.toMatchObject({ type: 'UNKNOWN_MEMBER_ID', retriable: false });
  });

  it('fetches as ever once it has joined', async () => {
    await expect(groupOf('member-1').fetch('1')).rejects.toThrow('the broker was asked');
  });
});
