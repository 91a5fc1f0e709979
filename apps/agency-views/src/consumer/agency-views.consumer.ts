import type { Gather, SignalPorts } from '#libs/event-log';
import { agencyViews } from '../agency-views.projection.js';
import type { AgencyViewsConfig } from '../config.js';
import { ViewConsumer } from './view-consumer.js';

/** Agencies wait for what they have just sent. */
const GATHER: Gather = { pauseMs: 25 };

/** What keeps the tables behind inbox, sent, referral and timeline. */
export class AgencyViewsConsumer extends ViewConsumer {
  constructor(config: AgencyViewsConfig, ports: SignalPorts) {
    super(agencyViews, GATHER, config, ports);
  }
}
