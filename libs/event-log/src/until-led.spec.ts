import { describe, expect, it } from '@jest/globals';
import { untilLed } from './until-led.js';

const saying = (type: string): Error => Object.assign(new Error(type), { type });

describe('asking until somebody leads', () => {
  /** Fails as often as there are words. */
  const asking = (...types: string[]): { readonly ask: () => Promise<string>; readonly left: string[] } => ({
    left: types,
    ask: () => {
      const type = types.shift();
      return type === undefined ? Promise.resolve('answer') : Promise.reject(saying(type));
    },
  });

  it.each(['NOT_LEADER_FOR_PARTITION', 'NOT_COORDINATOR_FOR_GROUP'])('goes on after %s', async (type) => {
    const { ask, left } = asking(type, type);
    expect(await untilLed(ask)).toBe('answer');
    expect(left).toEqual([]);
  });

  it('ends at once with any other reason', async () => {
    const { ask, left } = asking('TOPIC_AUTHORIZATION_FAILED', 'never said');
    await expect(untilLed(ask)).rejects.toThrow('TOPIC_AUTHORIZATION_FAILED');
    expect(left).toEqual(['never said']);
  });

  it('ends after its bound with what was said last', () =>
    expect(untilLed(() => Promise.reject(saying('LEADER_NOT_AVAILABLE')), 0)).rejects.toThrow('LEADER_NOT_AVAILABLE'));
});
