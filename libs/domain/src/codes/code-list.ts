/** A list of codes with what each means to an officer. */
export interface CodeList {
  /** Where it comes from: a section of the vocabulary, or that it is proposed here and waits for the agencies' agreement. */
  readonly source: string;
  readonly codes: Readonly<Record<string, string>>;
}

/** The bus's own words. That no code of the contracts is missing is checked by type. */
export function codeList<Code extends string>(
  source: string,
  codes: Readonly<Record<Exclude<Code, 'UNKNOWN'>, string>>,
): CodeList {
  return { source, codes };
}

/** A list out of reference/code-lists, which has all codes of the contracts and no other. */
export const givenList = <Code extends string>() => exactly<Exclude<Code, 'UNKNOWN'>>();

/** A list that has UNKNOWN as a code of its own, which may be said. What a reader makes of a newer code means no more than that. */
export const givenListWithUnknown = <Code extends string>() => exactly<Code | 'UNKNOWN'>();

type Meanings<Code extends string> = Readonly<Record<Code, string>>;

/** Checked by type: the compiler knows what stands in the file. */
const exactly =
  <Code extends string>() =>
  <Codes extends Meanings<Code>>(list: {
    readonly source: string;
    readonly codes: Codes & { readonly [Each in Exclude<keyof Codes, Code>]: never };
  }): CodeList =>
    list;

/** The vocabulary asks for a reason and lists none. */
export const PROPOSED = 'proposed here';
