import { describe, expect, it } from '@jest/globals';
import type { BusEvent, EventName } from '#libs/contracts';
import { audienceOf, eventsGrantedBy } from './audience.js';

const requester = { agency: 'GB-NCP', role: 'NCP_LE', country: 'GB' };
const of = (type: EventName, data: object = {}): ReturnType<typeof audienceOf> =>
  audienceOf({ type, data } as BusEvent);

describe('the audience of an event', () => {
  it.each(['ReleaseRequested', 'ReleaseApproved', 'ReleaseRefused'] as const)('of %s is the sender alone', (type) =>
    expect(of(type)).toEqual({ parties: 'SENDER', third: null, granted: null }),
  );

  it.each(['AccessRequested', 'TransferRequested'] as const)('of %s is the holder and who asks', (type) =>
    expect(of(type, { requester })).toEqual({ parties: 'RECEIVER', third: 'GB-NCP', granted: null }),
  );

  it.each(['AccessRefused', 'TransferRefused'] as const)('of %s is the holder and who asked', (type) =>
    expect(of(type, { requester: 'GB-NCP' })).toEqual({ parties: 'RECEIVER', third: 'GB-NCP', granted: null }),
  );

  it.each(['AccessGranted', 'TransferApproved'] as const)('of %s is both parties and who asked', (type) =>
    expect(of(type, { requester: 'GB-NCP' })).toEqual({ parties: 'BOTH', third: 'GB-NCP', granted: null }),
  );

  it.each(['EscalationRaised', 'EscalationAnswered', 'OnwardRefused'] as const)(
    'of %s is the receiver’s side',
    (type) => expect(of(type)).toEqual({ parties: 'RECEIVER', third: null, granted: null }),
  );

  it('of a change of the level is both once it is in force (vocabulary 1.4 R1.2: the sender is told)', () => {
    expect(of('PriorityChanged', { status: 'PROPOSED' })).toEqual({ parties: 'RECEIVER', third: null, granted: null });
    expect(of('PriorityChanged', { status: 'IN_FORCE' })).toEqual({ parties: 'BOTH', third: null, granted: 'CASE' });
  });

  it('of what the parties say to each other is both of them', () =>
    expect(of('ReferralForwarded')).toEqual({ parties: 'BOTH', third: null, granted: 'STATE_AND_OUTCOME' }));

  it('of a correction is who may see outcomes where it says some, else who may see the case', () => {
    expect(of('Corrected', { outcomes: [] }).granted).toBe('STATE_AND_OUTCOME');
    expect(of('Corrected', { outcomes: null }).granted).toBe('CASE');
  });

  it('of what this build does not know is nobody but the parties', () =>
    expect(of('SomethingNew' as EventName).granted).toBeNull());

  it('by what was granted: the case is everything that state and outcome are, and more', () => {
    const [all, states] = [eventsGrantedBy('CASE'), eventsGrantedBy('STATE_AND_OUTCOME')];
    expect(all).toEqual(expect.arrayContaining(states));
    expect(states).not.toContain('PrioritySet');
    for (const name of ['ReleaseRequested', 'AccessRefused', 'ReferralsBundled']) expect(all).not.toContain(name);
  });
});
