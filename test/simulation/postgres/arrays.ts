/** `{1,2}`, as an array travels in text. */
export function numbersOf(array: string): number[] {
  return array === '{}' ? [] : array.slice(1, -1).split(',').map(Number);
}

export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`a statement's arrays differ in length: none at ${index}`);
  return value;
}
