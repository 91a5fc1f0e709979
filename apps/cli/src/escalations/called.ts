import type { Escalation } from './shapes.js';

/** Whom a step called upon, and whom it found closed and passed over. */
export function calledIn({ called, closed }: Escalation['tried'][number]): string {
  const passed = closed.flatMap(({ passedOver, opensAt, ...desk }) =>
    passedOver ? [`${nameOf(desk)}, closed ${opensAt === null ? '' : `until ${opensAt}`}`.trim()] : [],
  );
  return `${called.map(nameOf).join(' ')}${passed.length === 0 ? '' : ` (instead of ${passed.join('; ')})`}`;
}

export const nameOf = ({ agency, role }: Escalation['tried'][number]['called'][number]): string => agency ?? role;
