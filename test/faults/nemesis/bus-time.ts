import type pg from 'pg';
import type { Deployment } from '../../deployment/index.js';
import { inDatabase } from './databases.js';

/** The bus's time, in ms since 1970. */
export async function busNow(bus: Deployment): Promise<number> {
  return inDatabase(bus, 'journal', async (client) =>
    Number((await client.query<{ now: string }>('SELECT bus_now() AS now')).rows[0]?.now),
  );
}

/**
 * What a wrong clock of the database's machine does, in both directions: the bus reads its time through one function. As
 * superuser, who alone gets past what keeps that time from going back.
 */
export async function stepBusTime(bus: Deployment, byMs: number): Promise<void> {
  await inDatabase(bus, 'journal', async (client) => {
    await client.query('SET session_replication_role = replica');
    await step(client, byMs);
  });
}

/** As tests and training do it: only ahead. */
export async function advanceBusTime(bus: Deployment, byMs: number): Promise<void> {
  await inDatabase(bus, 'journal', (client) => step(client, byMs));
}

async function step(client: pg.Client, byMs: number): Promise<void> {
  await client.query('UPDATE bus_clock SET ahead_ms = ahead_ms + $1', [Math.round(byMs)]);
}
