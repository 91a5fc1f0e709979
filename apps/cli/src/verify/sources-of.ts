import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rebuildProgram, type Sources } from '#libs/verification';
import type { DataFolder } from '../bus/data-folder.js';
import { databaseUrl } from '../bus/database-url.js';
import { kafkaOf, macKeysOf } from '../bus/log.js';

/** The app that owns the view rebuilds it: a program of its own, since apps do not import each other. */
const REBUILD = join(import.meta.dirname, '../../../agency-views/src/rebuild-main.js');

/** The parts of the bus that keeps its data in this folder. @throws CliFault */
export function sourcesOf(folder: DataFolder): Sources {
  const endpoints = folder.endpoints();
  const [kafka, mac] = [kafkaOf(folder), macKeysOf(folder)];
  const views = databaseUrl(endpoints, 'views');
  const macSecret = readFileSync(mac.path, 'utf8');
  return {
    databases: { journal: databaseUrl(endpoints, 'journal'), views, audit: databaseUrl(endpoints, 'audit') },
    kafka,
    macKeys: mac.keys,
    rebuild: rebuildProgram({ program: REBUILD, databaseUrl: views, kafka, macSecret }),
    folder: folder.path,
  };
}
