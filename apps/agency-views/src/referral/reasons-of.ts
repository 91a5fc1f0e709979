import type { RecordedEvent } from '#libs/contracts';

/** Fields of events that hold a coded reason, one or several. */
const REASONS = ['reason', 'reasons', 'cause', 'types'] as const;

/** The codes that say why an event happened, in the order of its fields. */
export function reasonsOf({ data }: RecordedEvent): string[] {
  return textsIn(data, REASONS);
}

/** The texts that these fields of an event hold, one or several each. */
export function textsIn(data: object, fields: readonly string[]): string[] {
  const values = data as Readonly<Record<string, unknown>>;
  return fields.flatMap((field) => values[field]).filter((value): value is string => typeof value === 'string');
}
