import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('the metrics of a process', () => {
  it('are shared by the parts that name the same one', async () => {
    const metrics = new Metrics();
    metrics.counter({ name: 'bus_events_total', help: 'Events.', labels: ['topic'] }).inc({ topic: 'referral' });
    metrics.counter({ name: 'bus_events_total', help: 'Events.', labels: ['topic'] }).inc({ topic: 'referral' });
    expect(await metrics.registry.metrics()).toContain('bus_events_total{topic="referral"} 2');
  });

  it('may be measured when they are asked for', async () => {
    const metrics = new Metrics();
    metrics.gauge({ name: 'bus_lag', help: 'Lag.', collect: (gauge) => gauge.set(7) });
    expect(await metrics.registry.metrics()).toContain('bus_lag 7');
  });

  it.each(['person', 'subject', 'referral', 'client'])('have no label named %s', (label) => {
    expect(() => new Metrics().counter({ name: 'bus_events_total', help: 'Events.', labels: [label] })).toThrow(label);
  });

  it('class the answers of a route by their status', async () => {
    const metrics = new Metrics();
    metrics.observeHttp({ method: 'GET', route: '/v1/referrals/:id', status: 404, seconds: 0.003 });
    expect(await metrics.registry.metrics()).toContain(
      'bus_http_request_seconds_count{method="GET",route="/v1/referrals/:id",status="4xx"} 1',
    );
  });
});
