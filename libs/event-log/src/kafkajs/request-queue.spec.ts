import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { internalModule } from './internals.js';
import { guardRequestQueue } from './request-queue.js';

interface Queue {
  throttledUntil: number;
  readonly pending: { readonly expectResponse: boolean; send(): void }[];
  scheduleCheckPendingRequests(): void;
  destroy(): void;
}
const RequestQueue = internalModule('network/requestQueue') as new (options: object) => Queue;

describe('the guarded request queue', () => {
  let queue: Queue;
  guardRequestQueue();
  guardRequestQueue(); // installing twice does no harm

  beforeEach(() => {
    jest.useFakeTimers();
    queue = new RequestQueue({ maxInFlightRequests: 1, logger: { debug: () => undefined } });
  });
  afterEach(() => {
    queue.destroy();
    jest.useRealTimers();
  });

  it('arms no timer while nothing waits', () => {
    queue.scheduleCheckPendingRequests();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('arms one while the broker throttles', () => {
    queue.throttledUntil = Date.now() + 50;
    queue.scheduleCheckPendingRequests();
    expect(jest.getTimerCount()).toBe(1);
  });

  it('sends what waits when the throttling ends, and rests', () => {
    const send = jest.fn();
    queue.throttledUntil = Date.now() + 50;
    queue.pending.push({ expectResponse: true, send });
    queue.scheduleCheckPendingRequests();
    jest.advanceTimersByTime(60);
    expect(send).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
