/** A part of an answer: members that are not named may be anything; lists are compared whole. */
export type Expected = string | number | boolean | null | readonly Expected[] | { readonly [name: string]: Expected };

/** What the bus finds out about the way of a referral comes when it comes, and belongs to no story that does not speak of it. */
const isEvidence = (item: unknown): boolean =>
  item === EVIDENCE || (typeof item === 'object' && item !== null && Reflect.get(item, 'type') === EVIDENCE);

const EVIDENCE = 'EvidenceAdvanced';

/** Where an answer is not as expected, a sentence each. */
export function differences(expected: Expected, actual: unknown, at = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${at || 'it'} is no list`];
    const told = expected.some(isEvidence) ? actual : actual.filter((item) => !isEvidence(item));
    if (told.length !== expected.length)
      return [`${at || 'it'} has ${told.length} items, not ${expected.length}: ${JSON.stringify(told)}`];
    return expected.flatMap((item: Expected, index) => differences(item, told[index], `${at}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${at || 'it'} is ${JSON.stringify(actual)}`];
    return Object.entries(expected).flatMap(([name, part]) =>
      differences(part, Reflect.get(actual, name), at === '' ? name : `${at}.${name}`),
    );
  }
  return expected === actual ? [] : [`${at || 'it'} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}
