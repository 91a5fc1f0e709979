import type { JsonValue } from '#libs/projections';

type Plain = { readonly [name: string]: JsonValue };

/** Fields of events that are times, in milliseconds since 1970. */
const TIMES: ReadonlySet<string> = new Set([
  ...['until', 'silentSince', 'dueAt', 'reviewAt', 'wantedBy', 'occurredAt', 'at', 'setAt', 'assessedAt'],
  ...['levelSince', 'countedFrom', 'expiresAt', 'wantedUntil'],
]);
const DAY_MS = 86_400_000;

/** Never shown: persons are sealed, and what an earlier leg said is that leg's. */
const NEVER: ReadonlySet<string> = new Set(['subjects', 'carried']);

/** Fields of an event as agencies read them: times as text, bytes in hex, without persons. */
export function plain(data: object): Plain {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => !NEVER.has(name))
      .map(([name, value]) => [name, plainValue(name, value)]),
  );
}

function plainValue(name: string, value: unknown): JsonValue {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (Array.isArray(value)) return value.map((each) => plainValue(name, each));
  if (typeof value === 'object' && value !== null) return plain(value);
  if (typeof value === 'number' && TIMES.has(name)) return new Date(value).toISOString();
  if (typeof value === 'number' && name === 'on') return new Date(value * DAY_MS).toISOString().slice(0, 10);
  return value as string | number | boolean | null;
}
