import { Module, type DynamicModule } from '@nestjs/common';
import type { KafkaConfig, MacKeys, RegistryConfig } from '#libs/event-log';
import type { DigestKeys } from '#libs/journal';
import { JournalSource, MembershipModule } from '#libs/membership';
import { AgencyViewsModule } from '../../agency-views/src/app.module.js';
import { agencyViews } from '../../agency-views/src/agency-views.projection.js';
import { agencyFeed } from '../../agency-views/src/feed/feed.projection.js';
import { AuditTrailModule } from '../../audit-trail/src/app.module.js';
import { trail } from '../../audit-trail/src/trail.js';
import { MembershipAppModule } from '../../membership/src/app.module.js';
import { calls } from '../../delivery/src/call/calls.js';
import type { DeliveryConfig } from '../../delivery/src/config.js';
import { DeliveryModule } from '../../delivery/src/app.module.js';
import type { Beginning } from '../../membership/src/founding/founder.js';
import { OperationsModule } from '../../operations/src/app.module.js';
import { PoliciesModule } from '../../policies/src/app.module.js';
import type { PoliciesConfig } from '../../policies/src/config.js';
import { policies } from '../../policies/src/policies.js';
import { ReferralsModule } from '../../referrals/src/app.module.js';
import { ROUTINE_AT_ONCE } from '../../referrals/src/limits/routine-room.js';
import { RelayModule } from '../../relay/src/app.module.js';
import type { UrlOf } from './databases.js';

export interface StandaloneParts {
  readonly urlOf: UrlOf;
  /** What the bus begins with at its first start. */
  readonly beginning: Beginning;
  readonly kafka: (clientId: string) => KafkaConfig;
  readonly registry: RegistryConfig;
  readonly macKeys: MacKeys;
  readonly digestKeys: DigestKeys;
  readonly delivery: StandaloneDelivery;
  readonly receipts: PoliciesConfig['receipts'];
}

/** What delivery needs beside what all apps share. */
export type StandaloneDelivery = Omit<DeliveryConfig, 'databaseUrl' | 'kafka' | 'macKeys'>;

/** Wide: on one machine every demo agency may be the same person. */
export const demoShares = { perSecond: 10_000, burst: 20_000, open: 4_000 };

/** All apps in one process. */
@Module({})
export class StandaloneModule {
  static register({
    urlOf,
    beginning,
    kafka,
    registry,
    macKeys,
    digestKeys,
    delivery,
    receipts,
  }: StandaloneParts): DynamicModule {
    return {
      module: StandaloneModule,
      imports: [
        MembershipModule.following(JournalSource.of(urlOf('journal', 'bus_writer'))),
        ReferralsModule.register({
          journalUrl: urlOf('journal', 'bus_writer'),
          digestKeys,
          shares: demoShares,
          routineOpen: ROUTINE_AT_ONCE,
        }),
        RelayModule.register({
          databaseUrl: urlOf('journal', 'bus_relay'),
          kafka: kafka('relay'),
          registry,
          macKeys,
          loops: 2,
        }),
        AgencyViewsModule.register({ databaseUrl: urlOf('views', 'bus_views'), kafka: kafka('agency-views'), macKeys }),
        AuditTrailModule.register({ databaseUrl: urlOf('audit', 'bus_audit'), kafka: kafka('audit-trail'), macKeys }),
        PoliciesModule.register({
          databaseUrl: urlOf('policies', 'bus_policies'),
          journalUrl: urlOf('journal', 'bus_writer'),
          kafka: kafka('policies'),
          macKeys,
          digestKeys,
          receipts,
        }),
        DeliveryModule.register({
          databaseUrl: urlOf('delivery', 'bus_delivery'),
          kafka: kafka('delivery'),
          macKeys,
          ...delivery,
        }),
        MembershipAppModule.register({ journalUrl: urlOf('journal', 'bus_writer'), digestKeys, beginning }),
        OperationsModule.register({
          journalUrl: urlOf('journal', 'bus_operator'),
          consumers: [
            { ...agencyViews, databaseUrl: urlOf('views', 'bus_operator') },
            { ...agencyFeed, databaseUrl: urlOf('views', 'bus_operator') },
            { ...trail, databaseUrl: urlOf('audit', 'bus_operator') },
            { ...policies, databaseUrl: urlOf('policies', 'bus_operator') },
            { ...calls, databaseUrl: urlOf('delivery', 'bus_operator') },
          ],
        }),
      ],
    };
  }
}
