import { MembershipModule } from '#libs/membership';
import { describeApi, PlatformModule } from '#libs/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AgencyViewsModule } from '../../agency-views/src/app.module.js';
import { DeliveryModule } from '../../delivery/src/app.module.js';
import { MembershipAppModule } from '../../membership/src/app.module.js';
import { ReferralsModule } from '../../referrals/src/app.module.js';

type Described = ReturnType<typeof describeApi>;

@Module({})
class AgencyApi {}

/** The description of what an agency's backend calls: commands, reads, feed, webhooks, and what it says and reads of who takes part. Nothing is started for it. */
export async function agencyApiDocument(): Promise<Described> {
  // what is only looked at is never made, so nothing of what it would be made of is needed
  const unconfigured = {} as never;
  const imports = [
    PlatformModule.with(unconfigured),
    MembershipModule.following(unconfigured),
    ReferralsModule.register(unconfigured),
    AgencyViewsModule.register(unconfigured),
    DeliveryModule.register(unconfigured),
    MembershipAppModule.register(unconfigured),
  ];
  const app = await NestFactory.create<never>({ module: AgencyApi, imports }, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return describeApi(app, { title: 'Referral bus: agencies', version: '1' });
}
