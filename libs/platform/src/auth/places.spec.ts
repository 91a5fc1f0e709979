import { describe, expect, it } from '@jest/globals';
import { Places } from './places.js';

describe('places of who waits', () => {
  it('are bounded for one agency, and others are not kept out by it', () => {
    const places = new Places({ ofAgency: 2, ofAll: 10 });
    const leave = places.take('PH-WCPC');
    places.take('PH-WCPC');
    expect(() => places.take('PH-WCPC')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', status: 429 }));
    places.take('US-CLEAR');
    leave();
    leave();
    places.take('PH-WCPC');
    expect(() => places.take('PH-WCPC')).toThrow('RATE_LIMITED');
    expect(places.size).toBe(3);
  });

  it('are bounded for all together, with a time to come again', () => {
    const places = new Places({ ofAgency: 2, ofAll: 1 });
    places.take('PH-WCPC');
    expect(() => places.take('US-CLEAR')).toThrow(
      expect.objectContaining({ status: 503, headers: { 'Retry-After': '5' } }),
    );
  });
});
