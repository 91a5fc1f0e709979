/** One place where two versions of a document differ; undefined on the side that has nothing there. */
export interface Difference {
  /** JSON pointer. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Two versions side by side: every leaf that is not the same, in the order of paths. */
export function differencesOf(before: string, after: string): Difference[] {
  const [one, other] = [leavesOf(JSON.parse(before)), leavesOf(JSON.parse(after))];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((path) => JSON.stringify(one.get(path)) !== JSON.stringify(other.get(path)))
    .sort()
    .map((path) => ({
      path,
      ...(one.has(path) && { before: one.get(path) }),
      ...(other.has(path) && { after: other.get(path) }),
    }));
}

function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return new Map([[path, value]]);
  // rows of a list are told apart by what they are about, where they say so, and not by their place
  const entries = Array.isArray(value)
    ? value.map((each: unknown, index) => [nameIn(each) ?? String(index), each] as const)
    : Object.entries(value);
  return new Map(
    entries.flatMap(([key, each]) => [...leavesOf(each, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)]),
  );
}

function nameIn(row: unknown): string | undefined {
  if (typeof row === 'string') return row;
  if (typeof row !== 'object' || row === null) return undefined;
  const name = 'country' in row ? row.country : 'term' in row ? row.term : undefined;
  return typeof name === 'string' ? name : undefined;
}
