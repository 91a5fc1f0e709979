import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { databaseUrl } from '../bus/databases.js';
import type { DataFolder } from '../bus/data-folder.js';
import { type Checked, Findings } from './finding.js';

const run = promisify(execFile);
/** The app that owns the view rebuilds it: a program of its own, since apps do not import each other. */
const program = join(import.meta.dirname, '../../../agency-views/src/rebuild-main.js');
const reportShape = z.object({ rows: z.int(), differences: z.array(z.string()) });

/** The read model against a rebuild from the topics, every row of every table. */
export async function checkRebuild(folder: DataFolder): Promise<Checked> {
  const endpoints = folder.endpoints();
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: databaseUrl(endpoints, 'views'),
    KAFKA_BROKERS: endpoints.kafka.join(','),
    KAFKA_TOPIC_PREFIX: process.env['KAFKA_TOPIC_PREFIX'] ?? '',
    MAC_KEYS: readFileSync(process.env['MAC_KEYS_FILE'] ?? folder.file('mac-keys.secret'), 'utf8'),
  };
  const { stdout } = await run(process.execPath, [program], { env, maxBuffer: 16 << 20 });
  const { rows, differences } = reportShape.parse(JSON.parse(stdout));
  const findings = new Findings();
  for (const difference of differences) findings.add('other', difference);
  return { name: 'read models = rebuild from the topics', looked: rows, of: 'rows', findings: findings.list() };
}
