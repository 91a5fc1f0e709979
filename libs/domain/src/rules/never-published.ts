import type { FirstEdition } from './commands.js';
import { differencesOf } from './differences.js';
import { editionsOf, nameOf, type Rules } from './state.js';

/**
 * What a release brings in words that no version and no open proposal has: its file was changed after the bus was founded, which
 * changes nothing until somebody proposes it.
 */
export const neverPublished = (rules: Rules, brought: readonly FirstEdition[]): FirstEdition[] =>
  brought.filter(({ kind, subject, document }) => {
    const proposed = Object.values(rules.proposals).filter(
      (open) => !open.synthetic && nameOf(open.kind, open.subject) === nameOf(kind, subject),
    );
    return [...editionsOf(rules, kind, subject), ...proposed].every(
      (known) => differencesOf(known.document, document).length > 0,
    );
  });
