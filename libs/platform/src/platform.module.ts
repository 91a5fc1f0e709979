import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth/auth.guard.js';
import { Doorkeeper } from './auth/doorkeeper.js';
import { type Standings, STANDINGS } from './auth/standings.js';
import { type TokenRules, TokenVerifier } from './auth/token-verifier.js';
import type { DoorBounds } from './http/door-bounds.js';
import { HealthController } from './health.controller.js';
import { Health } from './health.js';
import type { Logger } from './logging/logger.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { ProblemsController } from './problems/problems.controller.js';

/** Injection token of the process's logger. */
export const LOGGER = Symbol('logger');

export interface PlatformParts {
  readonly logger: Logger;
  readonly auth: TokenRules;
  /** What may be asked of this process. */
  readonly bounds: Pick<DoorBounds, 'requests' | 'waits'>;
  readonly metrics: Metrics;
  readonly health: Health;
}

/** What every HTTP process has once; `createHttpApp` imports it, so feature modules inject Metrics, Health and LOGGER without importing it. */
@Global()
@Module({})
export class PlatformModule {
  static with({ logger, auth, bounds, metrics, health }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, MetricsController, ProblemsController],
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: Metrics, useValue: metrics },
        { provide: Health, useValue: health },
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(auth) },
        {
          provide: Doorkeeper,
          inject: [TokenVerifier, { token: STANDINGS, optional: true }],
          useFactory: (tokens: TokenVerifier, standings?: Standings) =>
            new Doorkeeper(tokens, { bounds, standings }, metrics),
        },
        { provide: APP_GUARD, useClass: AuthGuard },
      ],
      exports: [LOGGER, Metrics, Health, TokenVerifier, Doorkeeper],
    };
  }
}
