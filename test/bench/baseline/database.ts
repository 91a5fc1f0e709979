import { DataSource } from 'typeorm';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Connections of the pool: 8, 16 and 32 were tried; fewer leave the database idle, more only queue in it. */
const POOL_SIZE = 16;

/** @param url of a database of its own, whose tables are made at the start */
export function openDatabase(url: string, entities: EntityTarget<ObjectLiteral>[]): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never[],
    synchronize: true,
    uuidExtension: 'pgcrypto',
    poolSize: POOL_SIZE,
  }).initialize();
}

export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
