/** A part of an answer: members that are not named may be anything; lists are compared whole. */
export type Expected = string | number | boolean | null | readonly Expected[] | { readonly [name: string]: Expected };

/** Where an answer is not as expected, a sentence each. */
export function differences(expected: Expected, actual: unknown, at = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${at || 'it'} is no list`];
    if (actual.length !== expected.length)
      return [`${at || 'it'} has ${actual.length} items, not ${expected.length}: ${JSON.stringify(actual)}`];
    return expected.flatMap((item: Expected, index) => differences(item, actual[index], `${at}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${at || 'it'} is ${JSON.stringify(actual)}`];
    return Object.entries(expected).flatMap(([name, part]) =>
      differences(part, Reflect.get(actual, name), at === '' ? name : `${at}.${name}`),
    );
  }
  return expected === actual ? [] : [`${at || 'it'} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}
