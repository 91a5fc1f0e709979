import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sharedServices } from '../deployment/index.js';
import { mutations } from './mutations/index.js';
import { play, type Played } from './run.js';
import { type ScenarioName, scenarios } from './scenarios/index.js';
import { isCaught, verdictOf } from './verdict.js';
import type { Patch } from './patch.js';

// All of them: npm run mutants.
describe('a planted bug', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bus-mutants-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const playing = (scenario: ScenarioName, patches: readonly Patch[] = []): Promise<Played> =>
    play({ services: sharedServices(), folder, scenario, patches });

  it(
    'that is none leaves nothing to be found when the writer is killed before a commit',
    async () => expect((await playing('writerCrash')).words).toEqual([]),
    180_000,
  );

  it.each(['answers-before-commit', 'checkpoint-apart'])(
    '%s is caught by a check that is there for it',
    async (name) => {
      const mutation = mutations.find((each) => each.name === name);
      if (!mutation) throw new Error(`there is no ${name}`);
      const { signs } = await playing(mutation.scenario, mutation.patches);
      expect(isCaught(verdictOf(mutation, signs, scenarios[mutation.scenario].expects ?? []))).toBe(true);
    },
    180_000,
  );
});
