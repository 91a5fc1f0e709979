import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { busTopics, createKafka, ensureTopics, SchemaCatalogue } from '#libs/event-log';
import { createSpecDatabase, type SpecDatabase } from '#libs/testing';
import type { Services } from './services.js';
import { sharesCompiled } from './compiled.js';

const run = promisify(execFile);

export type DatabaseName = 'journal' | 'views' | 'audit' | 'policies' | 'delivery';
export type Databases = Readonly<Record<DatabaseName, SpecDatabase>>;

/** The databases of a deployment, its topics and its schemas. Apps that have tables of their own bring them up themselves. */
export async function provideStores(services: Services, topicPrefix: string, dist: string): Promise<Databases> {
  const databases = {
    journal: await createSpecDatabase(services.postgres),
    views: await createSpecDatabase(services.postgres),
    audit: await createSpecDatabase(services.postgres),
    policies: await createSpecDatabase(services.postgres),
    delivery: await createSpecDatabase(services.postgres),
  };
  await migrateJournalOf(dist, databases.journal.url());
  const kafka = { brokers: services.kafka, clientId: 'deployment', topicPrefix };
  await ensureTopics(createKafka(kafka), busTopics(topicPrefix));
  await new SchemaCatalogue({ url: services.registry, topicPrefix }).publish();
  return databases;
}

/** By the very build that will run on the tables: a changed one may have changed its migrations. */
async function migrateJournalOf(dist: string, url: string): Promise<void> {
  const library = pathToFileURL(join(dist, 'libs/journal/src/index.js')).href;
  const script = `const { migrateJournal } = await import(${JSON.stringify(library)}); await migrateJournal(process.env.JOURNAL_URL, { adjustableClock: true });`;
  await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env['PATH'], ...sharesCompiled(), JOURNAL_URL: url },
  });
}
