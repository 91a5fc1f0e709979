import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { EventData } from '#libs/contracts';
import { Directory, type DirectoryFile } from '../membership/directory.js';
import { happened } from '../referral/histories.fixtures.js';
import { accepted, party, refusalOf, submitted } from './leg.fixtures.js';
import type { LegEvent } from './leg.js';
import { requireTakingPart } from './taking-part.js';

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../deploy/demo/directory.json'), 'utf8'),
) as DirectoryFile;
const everybody = new Directory(file);
const without = (code: string): Directory =>
  new Directory({ ...file, agencies: file.agencies.filter((agency) => agency.code !== code) });

const forwarded: LegEvent = {
  type: 'ReferralForwarded',
  data: { ...(happened.forwarded.data as EventData<'ReferralForwarded'>), to: party('AU-NCP') },
};

describe('nothing new is said to an agency that takes part no more', () => {
  it.each([
    ['a referral', submitted(), 'PH-WCPC'],
    ['a referral that is passed on', forwarded, 'AU-NCP'],
    ['a transfer that it asked for', happened.transferApproved, 'GB-NCP'],
    ['access that it asked for', happened.granted, 'GB-NCP'],
  ])('%s', (_, event, agency) => {
    expect(refusalOf(() => requireTakingPart(everybody, [event]))).toBeNull();
    expect(refusalOf(() => requireTakingPart(without(agency), [accepted(), event]))?.code).toBe('RECIPIENT_UNKNOWN');
  });

  it('but what it asked for may be refused', () => {
    expect(refusalOf(() => requireTakingPart(without('GB-NCP'), [happened.accessRefused]))).toBeNull();
  });
});
