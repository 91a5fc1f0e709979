/**
 * The same state in one spelling: its fields in this order, without what is not there. The stored text is compared with a fold of
 * the log (bus verify). Done with every event, so nothing is made on the way.
 */
export function ordered<State extends object>(
  state: State,
  names: readonly (keyof State)[],
  isThere: (value: unknown) => boolean = isSaid,
): State {
  const spelled: Partial<State> = {};
  for (const name of names) {
    const value = state[name];
    if (isThere(value)) spelled[name] = value;
  }
  return spelled as State;
}

const isSaid = (value: unknown): boolean => value !== undefined;
