import { knownPositionMigration } from '#libs/membership';
import { BoundedClient } from '#libs/postgres';
import { bookkeepingMigration, busTimeMigration, type ViewRoles } from '#libs/projections';
import { DataSource } from 'typeorm';
import { calledUponEntity } from '../escalation/called-upon.entity.js';
import { exerciseLegEntity } from '../exercise/exercise-leg.entity.js';
import { agencyFeedMigration } from '../migrations/0002-agency-feed.js';
import { exerciseLegsMigration } from '../migrations/0004-exercise-legs.js';
import { listIndexesMigration } from '../migrations/0005-list-indexes.js';
import { feedDelegatesMigration } from '../migrations/0006-feed-delegates.js';
import { agencyViewsMigration } from '../migrations/0012-agency-views.js';
import { receiptsMigration } from '../migrations/0008-receipts.js';
import { callReportsMigration } from '../migrations/0009-call-reports.js';
import { FilledPages1790000000311 } from '../migrations/0010-filled-pages.js';
import { returnedPartsMigration } from '../migrations/0013-returned-parts.js';
import { cursorAgenciesMigration } from '../migrations/0014-cursor-agencies.js';
import { partEntity } from '../parts/part.entity.js';
import { referralEntity } from '../referral/referral.entity.js';
import { releaseEntity } from '../release/release.entity.js';
import { accessGrantEntity } from '../requests/access-grant.entity.js';
import { openRequestEntity } from '../requests/open-request.entity.js';
import { timelineEntity } from '../timeline/timeline.entity.js';

const READERS = 10;
/** For a free connection. */
const WAIT_MS = 3_000;
const STATEMENT_MS = 10_000;

/** Connections that answer queries. Not connected yet. */
export function viewsDatabase(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [
      referralEntity,
      partEntity,
      openRequestEntity,
      accessGrantEntity,
      releaseEntity,
      timelineEntity,
      exerciseLegEntity,
      calledUponEntity,
    ],
    synchronize: false,
    applicationName: 'agency-views',
    poolSize: READERS,
    connectTimeoutMS: WAIT_MS,
    extra: { statement_timeout: STATEMENT_MS, Client: BoundedClient },
  });
}

/** Roles that come to the tables beside their owner. */
export interface ViewsGrants extends ViewRoles {
  readonly operator?: string;
}

/** Brings the tables of the database up to date, one process at a time. The role in `url` comes to own them. */
export async function migrateViews(url: string, { writer, operator }: ViewsGrants = {}): Promise<void> {
  const readers = operator === undefined ? [] : [operator];
  const roles = { writer, readers };
  const migrations = [
    bookkeepingMigration({ writer, operator }),
    agencyFeedMigration(roles),
    exerciseLegsMigration(roles),
    listIndexesMigration(roles),
    feedDelegatesMigration(roles),
    receiptsMigration(roles),
    callReportsMigration(roles),
    FilledPages1790000000311,
    agencyViewsMigration(roles),
    returnedPartsMigration(roles),
    cursorAgenciesMigration(roles),
    knownPositionMigration({ writer }),
    busTimeMigration(roles),
  ];
  const database = new DataSource({ type: 'postgres', url, migrations, synchronize: false });
  await database.initialize();
  try {
    await database.transaction(async (lock) => {
      await lock.query(`SELECT pg_advisory_xact_lock(hashtext('agency-views migrations'))`);
      await database.runMigrations({ transaction: 'each' });
    });
  } finally {
    await database.destroy();
  }
}
