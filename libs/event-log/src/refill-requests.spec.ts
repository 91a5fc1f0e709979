import { describe, expect, it } from '@jest/globals';
import { parseRefillRequest } from './refill-requests.js';

const parse = (value: unknown) => parseRefillRequest(Buffer.from(JSON.stringify(value)));

describe('a refill request', () => {
  const request = { lane: 3, after: 0, consumer: 'inbox.v1' };

  it('is read as it was asked', () => expect(parse(request)).toEqual(request));

  it.each([
    ['another type', 7],
    ['no lane', { ...request, lane: undefined }],
    ['a lane below 0', { ...request, lane: -1 }],
    ['half a position', { ...request, after: 0.5 }],
    ['nobody who asks', { ...request, consumer: null }],
  ])('is not seen in %s', (_, value) => expect(parse(value)).toBeNull());

  it('is not seen in what is no JSON, or nothing', () => {
    expect(parseRefillRequest(Buffer.from('{'))).toBeNull();
    expect(parseRefillRequest(null)).toBeNull();
  });
});
