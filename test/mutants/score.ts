import type { CheckId } from '#libs/verification';
import type { Mutation } from './mutation.js';

/** What became of one planted bug, as docs/mutants.jsonl has it. The last one counts. */
export interface Outcome {
  readonly name: string;
  readonly caught: boolean;
  /** The checks that are there to see it, and did. */
  readonly by: readonly CheckId[];
  readonly date: string;
  readonly commit: string;
}

/** Markdown: how many of all planted bugs are caught, and each with the checks that saw it. */
export function scoreOf(
  mutations: readonly Pick<Mutation, 'name' | 'breaks' | 'scenario'>[],
  outcomes: readonly Outcome[],
): string {
  const last = new Map(outcomes.map((outcome) => [outcome.name, outcome]));
  const planted = mutations.flatMap(({ name }) => last.get(name) ?? []);
  const caught = planted.filter((outcome) => outcome.caught).length;
  const score = (caught / mutations.length).toFixed(2);
  return [
    `${caught} of ${mutations.length} planted bugs caught, score ${score} (${planted.length} were planted).`,
    '',
    '| planted bug | breaks | scenario | caught by | last |',
    '| --- | --- | --- | --- | --- |',
    ...mutations.map(({ name, breaks, scenario }) => {
      const outcome = last.get(name);
      const by = outcome ? (outcome.caught ? outcome.by.join(', ') : '**nobody**') : 'never planted';
      return `| \`${name}\` | ${breaks} | ${scenario} | ${by} | ${outcome ? `${outcome.date}, ${outcome.commit}` : ''} |`;
    }),
  ].join('\n');
}
