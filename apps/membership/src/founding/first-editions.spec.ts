import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { busActors, nameOf, neverPublished, rules } from '#libs/domain';
import { firstEditions } from './first-editions.js';

const NOW = Date.UTC(2026, 10, 27);
const parties = readFileSync(join(import.meta.dirname, '../../../../reference/convention-parties.csv'), 'utf8');
const editions = firstEditions(parties);
const found = () =>
  rules.decide(
    { type: 'PublishFirst', data: { editions }, meta: { actor: busActors.policy, now: NOW } },
    rules.initialState(),
  );

describe('what a release brings in reference/ (features F4, mission S2)', () => {
  it('is sound, each document: the bus is founded with all of them', () =>
    expect(found()).toHaveLength(editions.length));
  it('has each document once, and is published as it stands in its file', () => {
    const names = editions.map(({ kind, subject }) => nameOf(kind, subject));
    expect(new Set(names).size).toBe(names.length);
    const state = found().reduce(
      (before, event) => rules.evolve(before, event, { at: NOW, eventId: '', person: null, synthetic: false }),
      rules.initialState(),
    );
    expect(neverPublished(state, editions)).toEqual([]);
  });
});
