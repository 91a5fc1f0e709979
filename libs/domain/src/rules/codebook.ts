import { editionsOf, findInForce, type Rules } from './state.js';

/** What a list has retired, in the version that it says so in. */
export interface Retired {
  readonly version: number;
  readonly codes: ReadonlySet<string>;
}

/** Which codes are out of use, by date. */
export interface Codebook {
  /** By the name of the list; lists that have retired nothing are not in it. @param at ms since 1970, UTC */
  retiredAt(at: number): ReadonlyMap<string, Retired>;
}

/** The lists as a release brings them. */
export const nothingRetired: Codebook = { retiredAt: () => new Map() };

const KIND = 'CODE_LIST/';

/** As the lists were published. Of each it is the version in force that says what is retired: a later one may take a code back. */
export function codebookOf(rules: Rules): Codebook {
  const lists = Object.keys(rules.editions).filter((name) => name.startsWith(KIND));
  const editions = lists.map((name) => {
    const list = name.slice(KIND.length);
    return {
      list,
      editions: editionsOf(rules, 'CODE_LIST', list).map((each) => ({ ...each, codes: retiredIn(each) })),
    };
  });
  // most buses have retired nothing, and every command asks
  const some = editions.filter((each) => each.editions.some(({ codes }) => codes.size > 0));
  if (some.length === 0) return nothingRetired;
  return {
    retiredAt: (at) =>
      new Map(
        some.flatMap(({ list, editions: all }) => {
          const now = findInForce(all, at);
          return now && now.codes.size > 0 ? [[list, now] as const] : [];
        }),
      ),
  };
}

function retiredIn({ document }: { readonly document: string }): ReadonlySet<string> {
  const { retired = [] } = JSON.parse(document) as { readonly retired?: readonly string[] };
  return new Set(retired);
}
