import { describe, expect, it } from '@jest/globals';
import { formatBusPosition } from '#libs/kernel';
import { minimumPosition } from './minimum-position.js';

const position = { lane: 7, position: 12, vector: [11, 12] };

describe('Bus-Min-Position', () => {
  it('asks for nothing where it is not sent', () => expect(minimumPosition(undefined)).toBeNull());

  it('asks for the position of an earlier answer', () => {
    expect(minimumPosition(formatBusPosition(position))).toEqual(position);
  });

  it.each(['', '7', 'not a position', formatBusPosition({ ...position, lane: 64 })])('is refused as %p', (text) => {
    expect(() => minimumPosition(text)).toThrow(expect.objectContaining({ code: 'BUS_POSITION_INVALID', status: 400 }));
  });
});
