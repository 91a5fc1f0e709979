import { expect, it } from '@jest/globals';
import { compiled, patched } from '../../mutants/build.js';
import { nextPatches } from './next-build.js';

it('the next build is made of the program as it is', () => {
  const texts = new Map<string, string>();
  for (const patch of nextPatches) texts.set(patch.file, patched(texts.get(patch.file) ?? compiled(patch.file), patch));
  expect([...texts.keys()]).toHaveLength(2);
});
