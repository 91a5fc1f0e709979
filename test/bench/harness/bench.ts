import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { appointGuardian, type LocalStack, type Part, startLocalStack } from '#libs/local-stack';

export interface BenchOptions {
  /** Of limit and figure, in turn. */
  readonly repeats: number;
  /** Counted time of one measurement. */
  readonly seconds: number;
  /** Of a steady load whose memory is watched. */
  readonly minutes: number;
  /** Profiles every row, not only those that miss their goal. */
  readonly profile: boolean;
  /** What is measured. */
  readonly commit: string;
}

/** Options, services and words of one run. */
export interface Bench {
  readonly options: BenchOptions;
  readonly stack: LocalStack;
  /** Of the services. */
  readonly dataDir: string;
  readonly report: (line: string) => void;
}

const MEMORY_FILE_SYSTEMS: ReadonlySet<number> = new Set([0x01021994, 0x858458f6]);

/** Runs `work` with durable services of its own, in a folder that is gone afterwards, however this process ends. */
export async function withBench(
  options: BenchOptions,
  parts: readonly Part[],
  work: (bench: Bench) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(join(process.env['BUS_BENCH_DIR'] ?? tmpdir(), 'bus-bench-'));
  assertRealDisk(dataDir);
  const guardian = appointGuardian(dataDir);
  const stack = await startLocalStack({ dataDir, durable: true, kafkaHeapMb: 1024, parts, onProgress: report });
  // Where libs/testing looks for the services of a run.
  process.env['BUS_TEST_KAFKA'] = stack.kafka.join(',');
  process.env['BUS_TEST_REGISTRY'] = stack.registry;
  process.env['BUS_TEST_POSTGRES'] = stack.postgresUrl('postgres');
  try {
    await asSuperuser(stack, async (client) => {
      await assertDurable(client);
      await ageLog(client);
    });
    await work({ options, stack, dataDir, report: (line) => report(line) });
  } finally {
    await stack.stop();
    guardian.dismiss();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  }
}

function report(line: string, detail = ''): void {
  process.stderr.write(`bench: ${line} ${detail}`.trimEnd() + '\n');
}

/** @throws Error where nothing could be durable */
function assertRealDisk(folder: string): void {
  if (MEMORY_FILE_SYSTEMS.has(statfsSync(folder).type))
    throw new Error(`${folder} is in memory: name a folder of a real disk in BUS_BENCH_DIR`);
}

async function asSuperuser(stack: LocalStack, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: stack.postgresUrl('postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function assertDurable(client: pg.Client): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query<Record<string, string>>(`SHOW ${name}`);
    if (rows[0]?.[name] !== 'on') throw new Error(`PostgreSQL runs with ${name}=${rows[0]?.[name]}`);
  }
}

/** Of 16 MB each: as many as a server keeps that has seen some load. */
const LOG_SEGMENTS = 60;

/**
 * Lets the server's log be as long as that of one that has run for a while. A new server writes and syncs 16 MB of zeros for
 * each new segment, every second or two under load, and all commits wait for it; one that has run uses its old segments again.
 */
async function ageLog(client: pg.Client): Promise<void> {
  await client.query(`ALTER SYSTEM SET min_wal_size = '1GB'`);
  await client.query(`ALTER SYSTEM SET max_wal_size = '2GB'`);
  await client.query('SELECT pg_reload_conf()');
  for (let segment = 0; segment < LOG_SEGMENTS; segment++) {
    await client.query(`SELECT pg_logical_emit_message(false, 'bench', 'a segment begins')`);
    await client.query('SELECT pg_switch_wal()');
  }
  await client.query('CHECKPOINT');
}
