import { describe, expect, it } from '@jest/globals';
import type { BusClient } from '#libs/client';
import { SharedReads } from './shared-reads.js';

interface Asked {
  readonly cursor: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly answer: (page: object) => void;
  readonly fail: (error: Error) => void;
}

/** A client whose requests are answered by hand. */
function client(): { asked: Asked[]; reads: SharedReads } {
  const asked: Asked[] = [];
  const read = (_path: string, { query, signal }: { query?: { cursor?: string }; signal?: AbortSignal }): unknown => {
    const { promise, resolve: answer, reject: fail } = Promise.withResolvers<object>();
    asked.push({ cursor: query?.cursor, signal, answer, fail });
    return promise;
  };
  return { asked, reads: new SharedReads({ read } as unknown as BusClient) };
}

const at = (cursor: string, signal?: AbortSignal): Parameters<typeof read>[1] => ({
  query: { limit: 50, wait: 25, synthetic: 'false', cursor },
  ...(signal && { signal }),
});
const read = (reads: SharedReads, asked: { query: object; signal?: AbortSignal }): Promise<unknown> =>
  reads.read('/v1/feed', asked);

describe('reads of one feed', () => {
  it('that stand at one place wait together and are given one answer', async () => {
    const { asked, reads } = client();
    const same = [read(reads, at('a')), read(reads, at('a'))];
    const other = read(reads, at('b'));
    expect(asked.map(({ cursor }) => cursor)).toEqual(['a', 'b']);
    const [page, elsewhere] = [{ next: 'b' }, { next: 'c' }];
    asked[0]?.answer(page);
    asked[1]?.answer(elsewhere);
    expect(await Promise.all([...same, other])).toEqual([page, page, elsewhere]);
  });

  it('are asked anew once there was an answer', async () => {
    const { asked, reads } = client();
    const first = read(reads, at('a'));
    asked[0]?.answer({});
    await first;
    void read(reads, at('a'));
    expect(asked).toHaveLength(2);
  });

  it('fail together', async () => {
    const { asked, reads } = client();
    const same = [read(reads, at('a')), read(reads, at('a'))];
    asked[0]?.fail(new Error('away'));
    for (const each of same) await expect(each).rejects.toThrow('away');
  });

  it('go on for the others when one is over, and end with the last', async () => {
    const { asked, reads } = client();
    const [one, other] = [new AbortController(), new AbortController()];
    const same = [read(reads, at('a', one.signal)), read(reads, at('a', other.signal))];
    one.abort(new Error('stopped'));
    await expect(same[0]).rejects.toThrow('stopped');
    expect(asked[0]?.signal?.aborted).toBe(false);
    other.abort(new Error('stopped'));
    await expect(same[1]).rejects.toThrow('stopped');
    expect(asked[0]?.signal?.aborted).toBe(true);
    // nobody joins one that was ended
    void read(reads, at('a'));
    expect(asked).toHaveLength(2);
  });
});
