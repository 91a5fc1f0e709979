export { AgencyShares, type ShareLimits } from './auth/agency-shares.js';
export { AuthGuard } from './auth/auth.guard.js';
export { type Caller, findCaller } from './auth/caller.js';
export { CallerOf, Public, RequireRole } from './auth/decorators.js';
export { Doorkeeper } from './auth/doorkeeper.js';
export { type PlaceBounds, Places } from './auth/places.js';
export { type Standings, STANDINGS } from './auth/standings.js';
export { type TokenRules, TokenVerifier } from './auth/token-verifier.js';
export type { TokenClaims } from './auth/token-claims.js';
export { findVisit } from './auth/visit.js';
export { Bell } from './bell.js';
export * from './config.js';
export { type FailingCheck, Health, type Readiness, type ReadinessCheck } from './health.js';
export { type BodyBounds, BodyLimit, MAX_BODY_BYTES } from './http/body-limit.js';
export { createHttpApp, type HttpApp, type HttpAppOptions } from './http/bootstrap.js';
export { DatabaseAway } from './http/database-away.interceptor.js';
export { type AskedPosition, minimumOf, MinimumOf } from './http/minimum-position.js';
export { type DoorBounds, doorBoundsOf, requestShareSettings } from './http/door-bounds.js';
export { ContentPipe, faultsOf } from './http/content.pipe.js';
export type { HttpInstance, HttpReply, HttpRequest } from './http/http-types.js';
export { describeApi, mountOpenApi, type OpenApiInfo } from './http/open-api.js';
export type { HttpTimes } from './http/server-options.js';
export { type ErrorFields, errorFields } from './logging/error-fields.js';
export { openLogFile } from './logging/log-file.js';
export { createLogger, type Logger, type LoggerOptions } from './logging/logger.js';
export { NestLogger } from './logging/nest-logger.js';
export { Lru } from './lru.js';
export { type HttpObservation, Metrics, type MetricShape } from './metrics.js';
export { LOGGER, PlatformModule, type PlatformParts } from './platform.module.js';
export { findProblemKind, problemCatalogue, type ProblemCode, type ProblemKind } from './problems/problem-catalogue.js';
export {
  type Fault,
  type ProblemDetail,
  ProblemError,
  TooEarly,
  TooManyRequests,
  Unavailable,
} from './problems/problem-error.js';
export { escalationProblems } from './problems/escalation-problems.js';
export { exerciseProblems } from './problems/exercise-problems.js';
export { membershipProblems } from './problems/membership-problems.js';
export { referralProblems } from './problems/referral-problems.js';
export { answerTo, type Problem, type ProblemAnswer } from './problems/problem.js';
export { type AppProcess, runApp } from './run-app.js';
export { Turns } from './turns.js';
