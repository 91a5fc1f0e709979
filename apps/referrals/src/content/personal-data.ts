import { ProblemError } from '#libs/platform';

/**
 * Personal data is turned away before anything else looks at it, until it can be sealed (design 5).
 * @throws ProblemError PERSONAL_DATA_NOT_ACCEPTED for content that says anything of `subjects`, in itself or in its additions
 */
export function refusePersonalData(content: unknown): void {
  const places = [
    { path: '/subjects', subjects: memberOf(content, 'subjects') },
    { path: '/additions/subjects', subjects: memberOf(memberOf(content, 'additions'), 'subjects') },
  ];
  const errors = places
    .filter(({ subjects }) => saysAnything(subjects))
    .map(({ path }) => ({ path, rule: 'NOT_ACCEPTED' }));
  if (errors.length === 0) return;
  throw new ProblemError('PERSONAL_DATA_NOT_ACCEPTED', {
    detail: 'Personal data is not accepted until it can be sealed. Send it without subjects.',
    errors,
  });
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

const saysAnything = (subjects: unknown): boolean =>
  subjects !== undefined && subjects !== null && !(Array.isArray(subjects) && subjects.length === 0);
