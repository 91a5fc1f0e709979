import { describe, expect, it } from '@jest/globals';
import type { PartRow } from '../parts/part.entity.js';
import { standingWaivers } from './waivers.js';

const crossBorder = {
  ...{ types: [], extraditionFlag: null, childDefinitionConflict: null },
  ...{ dualCriminality: 'NOT_REQUIRED' as const, dualCriminalityWaiver: 'BUDAPEST_29_3' as const },
};
const partOf = (in_error_at: Date | null): PartRow =>
  ({ event_id: 'a part', cross_border: crossBorder, in_error_at }) as unknown as PartRow;

describe('the waivers of dual criminality that stand', () => {
  it('are those of the submission and of each part that claims one', () =>
    expect(standingWaivers({ cross_border: crossBorder }, [partOf(null)])).toEqual([
      { part: null, waiver: 'BUDAPEST_29_3' },
      { part: 'a part', waiver: 'BUDAPEST_29_3' },
    ]));
  it('are none of a part that was entered in error, nor where nothing is said of dual criminality', () =>
    expect(standingWaivers({ cross_border: null }, [partOf(new Date(0))])).toEqual([]));
});
