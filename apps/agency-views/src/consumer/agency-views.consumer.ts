import type { SignalPorts } from '#libs/event-log';
import { agencyViews } from '../agency-views.projection.js';
import type { AgencyViewsConfig } from '../config.js';
import { ViewConsumer } from './view-consumer.js';

/** What keeps the tables behind inbox, sent, referral and timeline. */
export class AgencyViewsConsumer extends ViewConsumer {
  constructor(config: AgencyViewsConfig, ports: SignalPorts) {
    super(agencyViews, config, ports);
  }
}
