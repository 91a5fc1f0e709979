/** How a command ends: 0 fine, 1 something was found, 2 called wrongly, 3 a part cannot be reached. */
export const EXIT = { fine: 0, finding: 1, usage: 2, unreachable: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with one sentence for whoever typed it: what is wrong, and what helps. */
export class CliFault extends Error {
  constructor(
    readonly exit: ExitCode,
    readonly problem: string,
    readonly cure: string,
    options?: ErrorOptions,
  ) {
    super(`${problem}: ${cure}.`, options);
    this.name = 'CliFault';
  }
}

/** The words of whatever was thrown; errors that gather others (a refused connection to several addresses) have none of their own. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(wordsOf).join(', ');
  if (!(error instanceof Error)) return String(error);
  const cause = error.message === 'fetch failed' && error.cause !== undefined ? wordsOf(error.cause) : null;
  return cause ?? (error.message === '' ? error.name : error.message);
}
