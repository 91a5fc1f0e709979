import { hash } from 'node:crypto';
import type { QueryConfig } from 'pg';

const names = new Map<string, string>();

/**
 * A statement that a connection parses and plans once, for those that come again and again: planning one of a few joins takes
 * longer than running it over a few rows. Texts are kept by every connection, so they must be few.
 */
export function prepared(text: string, values: unknown[]): QueryConfig {
  return { name: nameOf(text), text, values };
}

/** The same text has the same name in every process; PostgreSQL takes 63 characters. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `bus_${hash('sha256', text, 'hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}

/**
 * Settings of connections whose statements look up few rows by their keys in tables of any size. A plan that was made while a
 * table was nearly empty would read all of it, and go on doing so while it grows.
 */
export const PLANS_BY_KEYS = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');
