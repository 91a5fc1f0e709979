import type { Gather, SignalPorts } from '#libs/event-log';
import type { AgencyViewsConfig } from '../config.js';
import { ViewConsumer } from '../consumer/view-consumer.js';
import { agencyFeed } from './feed.projection.js';

/** Machines wait for it, and it reads every topic. */
const GATHER: Gather = { pauseMs: 50 };

/** What keeps the agencies' feeds. */
export class FeedConsumer extends ViewConsumer {
  constructor(config: AgencyViewsConfig, ports: SignalPorts) {
    super(agencyFeed, GATHER, config, ports);
  }
}
