import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstRulebook, momentsOf, owedOf } from '#libs/domain';
import { changesOf, MemoryTables } from '#libs/projections';
import { clockWalks } from '../../../../libs/domain/src/escalation/clock-walks.fixtures.js';
import { LaneScript, referralId } from '../agency-views.fixtures.js';
import { agencyViews } from '../agency-views.projection.js';
import type { ReferralRow } from '../referral/referral-row.js';
import { referralTable } from '../referral/referral.table.js';
import type { TimelineRow } from '../timeline/timeline.entity.js';
import { timelineTable } from '../timeline/timeline.table.js';
import { standingOfLeg } from './leg-standing.js';
import { taking, ToldLeg } from './told-leg.fixtures.js';

const id = referralId(1);

/** What the view says of clocks and ladder after these events. */
function standingIn(script: LaneScript): ReturnType<typeof standingOfLeg> {
  const tables = new MemoryTables();
  for (const event of script.events) tables.apply(changesOf(agencyViews, event));
  const [row] = tables.rows(referralTable) as unknown as ReferralRow[];
  if (!row) throw new Error('no referral');
  const entries = tables.rows(timelineTable) as unknown as TimelineRow[];
  return standingOfLeg(
    row,
    entries.toSorted((one, other) => one.position - other.position),
  );
}

describe('clocks and ladder, folded from a timeline', () => {
  it('are those that commands are decided on, whatever was said and however long the clock was away', () => {
    let raised = 0;
    fc.assert(
      fc.property(clockWalks, (walk) => {
        const script = new LaneScript();
        const { state } = ToldLeg.walked(script, id, walk, { members: taking }).told;
        const shown = standingIn(script);
        expect(shown.escalation).toEqual(state.escalation);
        // how far the leg got is shown as its delivery
        const owed = momentsOf(state, firstRulebook).filter(({ kind }) => kind !== 'UNDELIVERED');
        expect(momentsOf(shown.leg, firstRulebook)).toEqual(owed);
        expect(owedOf(shown.leg, firstRulebook)).toEqual(owedOf(state, firstRulebook));
        if (state.escalation.ladder) raised += 1;
      }),
      { numRuns: 200 },
    );
    expect(raised).toBeGreaterThan(20);
  });
});
