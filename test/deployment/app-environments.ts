import { agencyViews } from '../../apps/agency-views/src/agency-views.projection.js';
import { agencyFeed } from '../../apps/agency-views/src/feed/feed.projection.js';
import { trail } from '../../apps/audit-trail/src/trail.js';
import { policies } from '../../apps/policies/src/policies.js';
import type { Issuer, IssuerClient } from '#libs/local-stack';
import type { SpecRole } from '#libs/testing';
import type { AppName } from './app-process.js';
import { directoryFile, partiesFile } from './places.js';
import type { Secrets } from './secrets.js';
import type { Services } from './services.js';
import type { DatabaseName, Databases } from './stores.js';

export const AUDIENCE = 'urn:referral-bus:api';

export type ServiceName = 'kafka' | 'registry' | 'postgres';

/** `host:port` by which an instance (or `bus`, the command) reaches a service, where something stands between; undefined for the service itself. */
export type Route = (instance: string, service: ServiceName) => string | undefined;

export interface EnvironmentParts {
  readonly services: Services;
  readonly databases: Databases;
  readonly topicPrefix: string;
  readonly issuer: Issuer;
  readonly secrets: Secrets;
  /** The gateway's address. */
  readonly api: string;
  /** As which delivery speaks to the API. */
  readonly deliveryClient: IssuerClient;
  /** As which the policies do. */
  readonly evidenceClient: IssuerClient;
  readonly route: Route;
}

/** What the `config.ts` of an app wants from the environment. */
export function environmentOf(app: AppName, instance: string, parts: EnvironmentParts): Record<string, string> {
  const { services, databases, topicPrefix, issuer, secrets, route, api, deliveryClient, evidenceClient } = parts;
  const through = (service: ServiceName, url: string): string => {
    const moved = new URL(url);
    moved.host = route(instance, service) ?? moved.host;
    return moved.href;
  };
  const database = (name: DatabaseName, role: SpecRole): string => through('postgres', databases[name].url(role));
  const common = { ISSUER_URL: issuer.url, ISSUER_JWKS_URL: issuer.jwksUrl, ISSUER_AUDIENCE: AUDIENCE };
  const log = {
    KAFKA_BROKERS: route(instance, 'kafka') ?? services.kafka.join(','),
    KAFKA_TOPIC_PREFIX: topicPrefix,
    MAC_KEYS: secrets.macKeys,
  };
  switch (app) {
    case 'referrals':
      return {
        ...common,
        JOURNAL_URL: database('journal', 'bus_writer'),
        DIGEST_KEYS: secrets.digestKeys,
      };
    case 'membership':
      return {
        ...common,
        JOURNAL_URL: database('journal', 'bus_writer'),
        DIRECTORY_FILE: directoryFile,
        CONVENTION_PARTIES_FILE: partiesFile,
        DIGEST_KEYS: secrets.digestKeys,
      };
    case 'relay':
      return {
        ...common,
        ...log,
        DATABASE_URL: database('journal', 'bus_relay'),
        REGISTRY_URL: through('registry', services.registry),
      };
    case 'agency-views':
      return { ...common, ...log, DATABASE_URL: database('views', 'bus_owner'), OPERATOR_ROLE: 'bus_operator' };
    case 'audit-trail':
      return {
        ...common,
        ...log,
        DATABASE_URL: database('audit', 'bus_audit'),
        OWNER_DATABASE_URL: database('audit', 'bus_owner'),
      };
    case 'policies':
      return {
        ...common,
        ...log,
        DATABASE_URL: database('policies', 'bus_owner'),
        OPERATOR_ROLE: 'bus_operator',
        JOURNAL_URL: database('journal', 'bus_writer'),
        DIGEST_KEYS: secrets.digestKeys,
        RECEIPTS_URL: api,
        TOKEN_URL: issuer.tokenUrl,
        CLIENT_ID: evidenceClient.clientId,
        CLIENT_SECRET: evidenceClient.clientSecret,
      };
    case 'delivery':
      return {
        ...common,
        ...log,
        DATABASE_URL: database('delivery', 'bus_owner'),
        OPERATOR_ROLE: 'bus_operator',
        WEBHOOK_KEYS: secrets.webhookKeys,
        FEED_URL: api,
        PUBLIC_URL: api,
        TOKEN_URL: issuer.tokenUrl,
        CLIENT_ID: deliveryClient.clientId,
        CLIENT_SECRET: deliveryClient.clientSecret,
        WEBHOOK_HOSTS: '127.0.0.1',
        WEBHOOK_LOOPBACK: 'true',
      };
    case 'operations':
      return {
        ...common,
        JOURNAL_DATABASE_URL: database('journal', 'bus_operator'),
        WATCHED_CONSUMERS: JSON.stringify([
          { ...watched(agencyViews), databaseUrl: database('views', 'bus_operator') },
          { ...watched(agencyFeed), databaseUrl: database('views', 'bus_operator') },
          { ...watched(trail), databaseUrl: database('audit', 'bus_operator') },
          { ...watched(policies), databaseUrl: database('policies', 'bus_operator') },
        ]),
      };
  }
}

const watched = ({ name, version, topics }: { name: string; version: number; topics: readonly string[] }): object => ({
  name,
  version,
  topics,
});
