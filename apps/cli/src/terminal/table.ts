export type Cell = string | number | null;

export interface Column {
  readonly title: string;
  /** Numbers stand at the right edge of their column. */
  readonly right?: boolean;
}

/** Rows under a headline, each column as wide as its widest cell. Null is an empty cell. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((_, at) => textOf(row[at] ?? null))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) => lineOf(line, columns, widths)).join('\n');
}

/** Names and values below each other. */
export function facts(pairs: readonly (readonly [string, Cell])[]): string {
  const width = Math.max(0, ...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `${name.padEnd(width)}  ${textOf(value)}`.trimEnd()).join('\n');
}

/** 1234567 as `1,234,567`. */
export const counted = (count: number): string => count.toLocaleString('en-GB');

const textOf = (cell: Cell): string => (typeof cell === 'number' ? counted(cell) : printable(cell ?? ''));

/** Texts of others (a company's name, a reason) must not move the cursor or colour the screen. */
const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '\u00b7');

function lineOf(cells: readonly string[], columns: readonly Column[], widths: readonly number[]): string {
  return cells
    .map((cell, at) => (columns[at]?.right ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
    .join('  ')
    .trimEnd();
}
