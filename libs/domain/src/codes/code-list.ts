/** A list of codes with what each means to an officer. The codes are the contracts'; that none is missing is checked by type. */
export interface CodeList {
  /** Where it comes from: a section of the vocabulary, or that it is proposed here and waits for the agencies' agreement. */
  readonly source: string;
  readonly codes: Readonly<Record<string, string>>;
}

export function codeList<Code extends string>(
  source: string,
  codes: Readonly<Record<Exclude<Code, 'UNKNOWN'>, string>>,
): CodeList {
  return { source, codes };
}

/** A list that has UNKNOWN as a code of its own, which may be said. What a reader makes of a newer code means no more than that. */
export function codeListWithUnknown<Code extends string>(
  source: string,
  codes: Readonly<Record<Code | 'UNKNOWN', string>>,
): CodeList {
  return { source, codes };
}

/** The vocabulary asks for a reason and lists none. */
export const PROPOSED = 'proposed here';
