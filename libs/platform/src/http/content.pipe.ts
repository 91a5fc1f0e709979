import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { type Fault, ProblemError } from '../problems/problem-error.js';

/** How many faults an answer lists. */
const MAX_FAULTS = 50;
const PLAIN_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

type Schema = NonNullable<ArgumentMetadata['schema']>;
type Issue = NonNullable<
  Extract<Awaited<ReturnType<Schema['~standard']['validate']>>, { issues: unknown }>['issues']
>[number];

/**
 * Checks what a route declares with `@Body({ schema })`, `@Query({ schema })` or `@Param(…, { schema })`. A body that does
 * not fit is 422 CONTENT_INVALID, a query 400 QUERY_INVALID, a path 404: an id that cannot exist is answered as one that does not.
 */
@Injectable()
export class ContentPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { schema, type } = metadata;
    if (!schema || !this.toValidate(metadata)) return value;
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value as T;
    if (type === 'param') throw new ProblemError('NOT_FOUND');
    throw new ProblemError(type === 'query' ? 'QUERY_INVALID' : 'CONTENT_INVALID', {
      errors: faultsOf(result.issues, value),
    });
  }
}

/** Faults of a value that a schema refused, for code that checks one by hand (items of a batch). */
export function faultsOf(issues: readonly Issue[], value: unknown): Fault[] {
  return issues.flatMap((issue) => faultOf(issue, value)).slice(0, MAX_FAULTS);
}

function faultOf(issue: Issue, value: unknown): Fault[] {
  const keys = (issue.path ?? []).map((segment) => (typeof segment === 'object' ? segment.key : segment));
  const {
    code,
    keys: unknownKeys,
    params,
  } = issue as { code?: string; keys?: readonly string[]; params?: { rule?: unknown } };
  if (code === 'unrecognized_keys')
    return (unknownKeys ?? []).map((key) => ({ path: pointer([...keys, key]), rule: 'UNKNOWN_FIELD' }));
  if (valueAt(value, keys) === undefined) return [{ path: pointer(keys), rule: 'REQUIRED' }];
  const rule = typeof params?.rule === 'string' ? params.rule : (code ?? 'invalid').toUpperCase();
  return [{ path: pointer(keys), rule }];
}

const valueAt = (value: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);

// A key of the sender's own making may hold anything, so only plain ones are repeated.
const pointer = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => `/${typeof key === 'number' || PLAIN_KEY.test(String(key)) ? String(key) : '?'}`).join('');
