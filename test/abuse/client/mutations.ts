/** Names that belong to the bus, to another agency or to the language, each with a value that an attacker would like it to have. */
const FORBIDDEN_MEMBERS: readonly (readonly [name: string, value: unknown])[] = [
  ['id', 'PH.1.0198c1f0-0000-7000-8000-000000000000'],
  ['leg', 'PH.1.0198c1f0-0000-7000-8000-000000000000'],
  ['stream', 'referral/x'],
  ['lane', 3],
  ['position', 1],
  ['after', [9, 9]],
  ['previous', 'ff'.repeat(8)],
  ['ordinal', 7],
  ['eventId', '0198c1f0-0000-7000-8000-000000000000'],
  ['acceptedAt', 1],
  ['since', '2020-01-01T00:00:00Z'],
  ['status', 'ACCEPTED'],
  ['from', { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' }],
  ['sender', 'GB-NCP'],
  ['by', 'GB-NCP'],
  ['actor', { agency: 'GB-NCP', role: 'SCHEME_ADMIN', country: 'GB', client: 'x', person: null }],
  ['person', 'p-9'],
  ['jurisdiction', 'GB'],
  ['legalBasis', 'CONSENT'],
  ['sensitivity', 'LOW'],
  ['handling', 'OPEN'],
  ['correlation', '0198c1f0-0000-7000-8000-000000000000'],
  ['causation', '0198c1f0-0000-7000-8000-000000000000'],
  ['command', { key: 'x' }],
  ['meta', { lane: 3 }],
  ['$set', { status: 'ACCEPTED' }],
  ['toString', 'x'],
  ['hasOwnProperty', 1],
  ['', 1],
  ['lane\u200b', 3],
  ['ｌａｎｅ', 3],
];

const PROTOTYPE_MEMBERS = ['__proto__', 'constructor', 'prototype'];

/** What no place of a command's content takes, whatever its schema says of it. */
const WRONG_VALUES: readonly unknown[] = [{ $ne: null }, [[]], -1, 1.5, 1e308, '', 'a'.repeat(5_000), 'A\r\nB'];

/** A body that must be refused, and what is wrong with it. */
export interface Mutation {
  readonly what: string;
  /** Text, since an object cannot be given a member named `__proto__`. */
  readonly text: string;
}

type Path = readonly (string | number)[];

/**
 * Every body that an attacker makes of a sound one by adding a member anywhere in it, or by putting something wrong in the place
 * of any value that it has. `declared`: whether the schema knows a member at a place, where it is not forbidden.
 */
export function mutationsOf(sound: unknown, declared: (path: Path) => boolean): Mutation[] {
  const places = placesIn(sound);
  const added = places
    .filter(({ value }) => isObject(value))
    .flatMap(({ path }) =>
      FORBIDDEN_MEMBERS.filter(([name]) => !declared([...path, name])).map(([name, member]) => ({
        what: `${JSON.stringify(name)} added at /${path.join('/')}`,
        text: JSON.stringify(put(sound, path, (at) => ({ ...(at as object), [name]: member }))),
      })),
    );
  const inherited = places
    .filter(({ value }) => isObject(value))
    .flatMap(({ path }) =>
      PROTOTYPE_MEMBERS.map((name) => ({
        what: `${name} added at /${path.join('/')}`,
        text: JSON.stringify(put(sound, path, (at) => ({ ...(at as object), MARK: { lane: 3 } }))).replace(
          'MARK',
          name,
        ),
      })),
    );
  const replaced = places
    .filter(({ path, value }) => path.length > 0 && !isObject(value))
    .flatMap(({ path }) =>
      WRONG_VALUES.map((wrong) => ({
        what: `${JSON.stringify(wrong)?.slice(0, 20)} at /${path.join('/')}`,
        text: JSON.stringify(put(sound, path, () => wrong)),
      })),
    );
  return [...added, ...inherited, ...replaced];
}

function placesIn(value: unknown, path: Path = []): { readonly path: Path; readonly value: unknown }[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const key = (name: string): string | number => (Array.isArray(value) ? Number(name) : name);
  return [{ path, value }, ...inner.flatMap(([name, member]) => placesIn(member, [...path, key(name)]))];
}

/** A copy with another value at the path. */
function put(value: unknown, [first, ...rest]: Path, change: (at: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  const inner = put((value as Record<string | number, unknown>)[first], rest, change);
  return Array.isArray(value)
    ? value.map((element: unknown, index) => (index === first ? inner : element))
    : { ...(value as object), [first]: inner };
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a JSON schema has a property at the path; elements of a list share one schema. */
export function declares(schema: unknown, [first, ...rest]: Path): boolean {
  if (first === undefined) return true;
  const { properties, items } = (schema ?? {}) as { properties?: Record<string, unknown>; items?: unknown };
  if (typeof first === 'number') return declares(items, rest);
  return properties !== undefined && Object.hasOwn(properties, first) && declares(properties[first], rest);
}
