import { describe, expect, it } from '@jest/globals';
import { formatBusPosition } from '#libs/kernel';
import { ProblemError } from '../problems/problem-error.js';
import { minimumOf } from './minimum-position.js';

const position = { lane: 7, position: 12, vector: [11, 12] };
const asking = (text: string) => minimumOf({ headers: { 'bus-min-position': text } });

describe('Bus-Min-Position', () => {
  it('asks for nothing where it is not sent', () => expect(minimumOf({ headers: {} })).toBeNull());

  it('asks for the position of an earlier answer', () => {
    expect(asking(formatBusPosition(position))).toMatchObject(position);
  });

  it.each(['', '7', 'not a position', formatBusPosition({ ...position, lane: 64 })])('is refused as %p', (text) => {
    expect(() => asking(text)).toThrow(expect.objectContaining({ code: 'BUS_POSITION_INVALID', status: 400 }));
  });

  it('is refused in the words of who reads it', () => {
    const refused = () => new ProblemError('HEADER_INVALID');
    expect(() => minimumOf({ headers: { 'bus-min-position': '7' } }, refused)).toThrow(
      expect.objectContaining({ code: 'HEADER_INVALID' }),
    );
  });
});
