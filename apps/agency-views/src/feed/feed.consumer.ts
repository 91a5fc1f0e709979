import type { SignalPorts } from '#libs/event-log';
import type { AgencyViewsConfig } from '../config.js';
import { ViewConsumer } from '../consumer/view-consumer.js';
import { agencyFeed } from './feed.projection.js';

/** What keeps the agencies' feeds. */
export class FeedConsumer extends ViewConsumer {
  constructor(config: AgencyViewsConfig, ports: SignalPorts) {
    super(agencyFeed, config, ports);
  }
}
