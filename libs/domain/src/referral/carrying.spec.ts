import { describe, expect, it } from '@jest/globals';
import type { CrossBorder, EventData, Meta } from '#libs/contracts';
import { eventId, submission } from '../leg/leg.fixtures.js';
import type { LegEvent } from '../leg/leg.js';
import { carriedOn } from './carrying.js';
import type { Carrying, Statement } from './carrying.js';
import { happened, inStatus } from './histories.fixtures.js';
import { exhibits, ids, noFacts, nothingAdded } from './words.fixtures.js';

const leg = 'PH.4.0198c1f0-0000-7000-8000-0000000000d1';
const stated = (event: LegEvent | undefined, number: number, data: object = {}): Statement =>
  ({ ...event, data: { ...event?.data, ...data }, meta: { leg, eventId: eventId(number) } as Meta }) as Statement;

const submitted = stated(inStatus.SUBMITTED[0], 1);
const link = (country: string) => ({ country, basis: 'SUSPECT_PRESENT', confidence: 'LOW' }) as const;
const supplement = (number: number, data: Partial<EventData<'Supplemented'>> = {}): Statement =>
  stated(happened.supplemented, number, { additions: { ...nothingAdded, nexus: [link('AU')] }, ...data });
const correction = (number: number, data: Partial<EventData<'Corrected'>>): Statement =>
  stated(happened.corrected, number, { reference: null, ...data });
const error = (number: number, part: string | null): Statement => stated(happened.inError, number, { part });

/** What is carried of the last one, when the onward leg was opened after the statements of `before`. */
const carried = (before: Statement[], since: Statement[], known: Record<string, string> = {}): Carrying | null => {
  const event = since.at(-1);
  if (!event) throw new RangeError('nothing was said');
  const carriedAs = (id: string): string | null => known[id] ?? null;
  return carriedOn(event, { leg, before, since: since.slice(0, -1), carriedAs });
};
const from = (number: number) => ({ leg, event: eventId(number) });

describe('what is said of a leg that went on (vocabulary 2.3)', () => {
  it('is added to the onward leg too', () =>
    expect(carried([submitted], [supplement(5)])).toEqual({
      type: 'SupplementReferral',
      data: { part: null, additions: { ...nothingAdded, nexus: [link('AU')] }, carried: from(5), note: null },
      versionThere: 2,
    }));

  it('is added there to what was carried before', () =>
    expect(
      carried([submitted], [supplement(5), supplement(6, { part: eventId(5) })], { [eventId(5)]: ids.nobody }),
    ).toMatchObject({ data: { part: ids.nobody } }));

  it('corrects there the submission, when it corrects the submission (I7)', () =>
    expect(carried([submitted], [correction(5, { part: null, reference: 'CT-9' })])).toMatchObject({
      type: 'CorrectReferral',
      data: { part: null, reference: 'CT-9', nexus: null, files: null, carried: from(5) },
    }));

  it('corrects there the submission, when it corrects what that began with', () =>
    expect(
      carried([submitted, supplement(3)], [correction(5, { part: eventId(3), nexus: [link('BR')] })]),
    ).toMatchObject({
      type: 'CorrectReferral',
      data: { part: null, nexus: [...submission.nexus, link('BR')], reference: null },
    }));

  it('corrects there what was carried, when it corrects what was said since', () =>
    expect(
      carried([submitted], [supplement(5), correction(6, { part: eventId(5), nexus: [] })], {
        [eventId(5)]: ids.nobody,
      }),
    ).toMatchObject({ type: 'CorrectReferral', data: { part: ids.nobody, nexus: [], carried: from(6) } }));

  it('says which version what it changes has there, for an onward leg that has forgotten it (I7)', () => {
    const changed = [
      correction(6, { part: eventId(5), nexus: [], version: 7 }),
      supplement(6, { part: eventId(5), version: 7 }),
    ];
    for (const change of changed)
      expect(carried([submitted], [supplement(5), change], { [eventId(5)]: ids.nobody })).toMatchObject({
        data: { part: ids.nobody },
        versionThere: 7,
      });
  });

  it('leaves out of a correction what was said since, which the onward leg has as a statement of its own', () =>
    expect(carried([submitted], [supplement(5), correction(6, { part: null, nexus: [link('BR')] })])).toMatchObject({
      data: { part: null, nexus: [link('BR')] },
    }));

  it('takes back there what it takes back', () => {
    expect(carried([submitted], [error(5, null)])).toEqual({
      type: 'EnterReferralInError',
      data: { reason: 'WRONG_PERSON', carried: from(5), note: null },
    });
    expect(carried([submitted], [supplement(5), error(6, eventId(5))], { [eventId(5)]: ids.nobody })).toMatchObject({
      type: 'EnterPartInError',
      data: { part: ids.nobody },
    });
    expect(carried([submitted, supplement(3)], [error(5, eventId(3))])).toMatchObject({
      type: 'CorrectReferral',
      data: { part: null, nexus: submission.nexus },
    });
  });

  it('takes back there what had been added where nothing was: said as empty, since null replaces nothing', () => {
    const crossBorder: CrossBorder = { ...noFacts, types: ['PROVIDER_ABROAD'], dualCriminality: 'MET' };
    const adding = supplement(3, { additions: { ...nothingAdded, evidence: exhibits(1), crossBorder } });
    expect(carried([submitted, adding], [error(5, eventId(3))])).toMatchObject({
      type: 'CorrectReferral',
      data: { part: null, evidence: [], crossBorder: noFacts, nexus: null, files: null },
    });
  });

  it('is no news there where nothing of the case changes: an outcome that is corrected', () =>
    expect(carried([submitted], [correction(5, { part: eventId(4), outcomes: [] })])).toBeNull());
});
