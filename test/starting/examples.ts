import { v7 } from 'uuid';
import { until } from '#libs/testing';

type Plain = string | number | boolean;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema?: { readonly example?: Plain };
  readonly example?: Plain;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Record<string, { readonly examples?: Record<string, { value: unknown }> }>;
  };
}

type Paths = Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>;

/** Every operation of an OpenAPI document. */
export function operationsOf({ paths }: { readonly paths: Paths }): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, ...operation })),
  );
}

/** Who may ask so: the demo's sender, its recipient, or the bus's own people. */
export function askerOf({ method, path }: Operation): string {
  if (path.includes('/audit/')) return 'BUS-DPO';
  if (path.includes('/operations/') || path === '/v1/membership/changes') return 'BUS-OPS';
  const senders = method === 'POST' ? /\/referrals(:batch|:request-release)?$/ : /\/sent$/;
  return senders.test(path) ? 'US-CLEAR' : 'PH-WCPC';
}

/** The request that the document's examples make, about this referral. Keys are the caller's own, so each gets a fresh one. */
export function requestOf(
  { path, method, parameters = [], requestBody }: Operation,
  referral: string,
): [string, object] {
  const given = parameters.flatMap((parameter): [Parameter, string][] => {
    const example = parameter.example ?? parameter.schema?.example;
    return example === undefined ? [] : [[parameter, String(example)]];
  });
  const of = (place: Parameter['in']): Record<string, string> =>
    Object.fromEntries(given.filter(([parameter]) => parameter.in === place).map(([{ name }, value]) => [name, value]));
  const query = new URLSearchParams(of('query'));
  const headers = of('header');
  const key = Object.keys(headers).find((name) => name.toLowerCase() === 'idempotency-key');
  const [body] = Object.values(requestBody?.content['application/json']?.examples ?? {});
  return [
    filled(path, referral, of('path')) + (query.size > 0 ? `?${query.toString()}` : ''),
    { method, headers: { ...headers, ...(key && { [key]: v7() }) }, ...(body && { body: body.value }) },
  ];
}

/** The path with this referral's id in it, and else what the examples say. */
const filled = (path: string, referral: string, examples: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (/^(id|referral)$/.test(name) ? referral : (examples[name] ?? name)));

/**
 * What may be asked at any time. What is said of a referral or of a member takes a case in the right state, or two persons:
 * the specs of those apps walk whole lives with their examples.
 */
export const isAnsweredAtOnce = ({ method, path }: Operation): boolean =>
  !path.includes('{consumer}') && // a letter to redrive exists only once something was parked
  !path.includes('{exercise}') && // there is a report once two operators' people started one
  path !== '/v1/feed/taken' && // a cursor is one agency's own
  !path.startsWith('/v1/webhooks/{') && // a webhook has an id of its own
  !path.startsWith('/v1/membership') &&
  (method === 'GET' || !path.includes('{id}'));

const OPENING = ['/v1/referrals', '/v1/referrals:request-release', '/v1/webhooks'];

/** How what is asked so is answered: something is there now, it is gone, or it is told. */
export function statusOf({ method, path }: Operation): number {
  if (method === 'POST' && OPENING.includes(path)) return 201;
  return method === 'DELETE' ? 204 : 200;
}

/** The first answer that is not that the referral has not arrived yet; on a slow machine that takes a while. */
export async function onceThere<A extends { readonly status: number }>(
  what: string,
  ask: () => Promise<A>,
): Promise<A> {
  try {
    return await until(async () => {
      const answer = await ask();
      return answer.status === 404 ? undefined : answer;
    }, 30_000);
  } catch (cause) {
    throw new Error(`${what} is answered 404`, { cause });
  }
}
