import avsc from 'avsc';
import { type EventName, newestSchema } from './schema-bundle.js';

/** A code with the list that it is of: its enum's name in the schema. */
export interface SaidCode {
  /** Where it stands, such as `incident.offenceType`. */
  readonly field: string;
  readonly list: string;
  readonly code: string;
}

/** Every code in what an event says, or in a part of it: fields that are not there are passed over. */
export function codesIn(event: EventName, words: object): SaidCode[] {
  return within(newestSchema(event).type, words, '');
}

function within(type: avsc.Type, value: unknown, field: string): SaidCode[] {
  if (value === null || value === undefined) return [];
  if (type instanceof avsc.types.EnumType) return [{ field, list: lastOf(type.name ?? ''), code: value as string }];
  if (type instanceof avsc.types.ArrayType) {
    const { itemsType } = type;
    return (value as readonly unknown[]).flatMap((each) => within(itemsType, each, field));
  }
  // one branch beside null: the value is the branch's own
  if (type instanceof avsc.types.UnwrappedUnionType)
    return type.types.flatMap((branch) => within(branch, value, field));
  if (!(type instanceof avsc.types.RecordType)) return [];
  return type.fields.flatMap(({ name, type: inner }) =>
    within(inner, (value as Readonly<Record<string, unknown>>)[name], field === '' ? name : `${field}.${name}`),
  );
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
