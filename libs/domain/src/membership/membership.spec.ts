import { describe, expect, it } from '@jest/globals';
import type { ContactPoint } from '#libs/contracts';
import { calledBy, channelsOf } from './contact-channels.js';
import { calendar, deskOf } from './desk-hours.fixtures.js';
import type { MembershipEvent } from './evolve.js';
import { backendOf, eventId, folded, foundBus, founding, given, NOW, operator, say } from './membership.fixtures.js';
import { membership } from './membership.js';
import { inMaintenance } from './notices.js';
import { directoryOf, standingOf } from './standing.js';
import type { Membership } from './state.js';

const second = operator('ops-2');
const newcomer = {
  agency: 'PH-HOTLINE',
  name: 'Public Hotline',
  country: 'PH',
  roles: ['HOTLINE'],
  rights: null,
  needsRelease: false,
};
const proposed: MembershipEvent = { type: 'MemberProposed', data: newcomer };
const suspension = { change: 'c-1', kind: 'SUSPENSION', agency: 'PH-WCPC', reason: 'SECURITY_INCIDENT' } as const;
const suspensionProposed: MembershipEvent = {
  type: 'ChangeProposed',
  data: {
    change: 'c-1',
    kind: 'SUSPENSION',
    subject: 'PH-WCPC',
    reason: 'SECURITY_INCIDENT',
    document: null,
    version: null,
    commentsUntil: null,
    inForceFrom: null,
    proposer: 'BUS-OPS',
    proposerRole: 'SCHEME_ADMIN',
    exercise: null,
  },
};
const proposedAs = (changed: object): MembershipEvent => ({
  ...suspensionProposed,
  data: { ...suspensionProposed.data, ...changed },
});
const suspended: MembershipEvent = {
  type: 'MemberSuspended',
  data: { agency: 'PH-WCPC', reason: 'SECURITY_INCIDENT', change: 'c-1' },
};
const left: MembershipEvent = { type: 'MemberLeft', data: { ...suspended.data, reason: 'OTHER' } };
const back = { ...newcomer, agency: 'PH-WCPC', name: 'Desk', roles: ['LE_UNIT'] };

interface Client {
  readonly agency: string;
  readonly client: string;
}
const registered = (data: Client): MembershipEvent => ({ type: 'ClientRegistered', data });
const revokedAs = (data: Client): MembershipEvent => ({
  type: 'ClientRevoked',
  data: { ...data, reason: 'CLIENT_COMPROMISED' },
});
/** So many names, each of them revoked. */
const revokedOf = (agency: string, count: number): MembershipEvent[] =>
  Array.from({ length: count }, (_, n) => revokedAs({ agency, client: `c-${n}` }));

describe('a bus', () => {
  it('is founded with a directory, whole', () => {
    const directory = directoryOf(folded(foundBus()));
    expect(directory.all().map(({ code }) => code)).toEqual(['PH-WCPC', 'PH-CHILD', 'BUS-OPS']);
    expect(directory.lanes.lanesOf('PH', 'routine')).toEqual([1, 2]);
  });
  it('is founded once, whatever its file says later', () => given().when(say('FoundBus', founding)).thenNothing());
  it('is not founded with a faulty directory', () =>
    expect(() => foundBus({ ...founding, jurisdictions: {} })).toThrow('no jurisdiction PH'));
});

describe('an agency (features F1)', () => {
  it('is proposed by an operator who has a name', () => {
    given().when(say('ProposeMember', newcomer)).then(proposed);
    given()
      .when(say('ProposeMember', newcomer, operator(null)))
      .thenRefused('PERSON_REQUIRED');
    given()
      .when(say('ProposeMember', newcomer, backendOf('PH-WCPC')))
      .thenRefused('ROLE_REQUIRED');
  });
  it('is admitted by a second person and no other', () => {
    const admit = (actor = second, n = 5) => say('AdmitMember', { agency: 'PH-HOTLINE', proposal: eventId(n) }, actor);
    given(proposed)
      .when(admit())
      .then({ type: 'MemberAdmitted', data: { ...newcomer, proposal: eventId(5) } });
    given(proposed)
      .when(admit(operator('ops-1')))
      .thenRefused('SECOND_PERSON_REQUIRED');
    given(proposed)
      .when(admit(operator(null)))
      .thenRefused('PERSON_REQUIRED');
    given().when(admit()).thenRefused('MEMBER_NOT_FOUND');
  });
  it('is admitted as the second person saw it: not by what took the place of that meanwhile', () => {
    const more = { ...newcomer, roles: ['SCHEME_ADMIN'], needsRelease: false };
    const replaced: MembershipEvent = { type: 'MemberProposed', data: more };
    const admit = (n: number) => say('AdmitMember', { agency: 'PH-HOTLINE', proposal: eventId(n) }, second);
    given(proposed, replaced).when(admit(5)).thenRefused('PROPOSAL_NOT_OPEN');
    given(proposed, replaced)
      .when(admit(6))
      .then({ type: 'MemberAdmitted', data: { ...more, proposal: eventId(6) } });
  });
  it('takes no part before it is admitted', () =>
    expect(standingOf(folded([...foundBus(), proposed]), 'PH-HOTLINE', 'x')).toBe('AGENCY_UNKNOWN'));
  it('has a code, a jurisdiction, and roles of vocabulary 6', () => {
    const unfit = { ...newcomer, country: 'QQ', roles: ['WIZARD'] };
    given().when(say('ProposeMember', unfit)).thenRefused('MEMBER_UNSUITABLE');
    given()
      .when(say('ProposeMember', { ...newcomer, agency: 'PH-WCPC', country: 'XX' }))
      .thenRefused('MEMBER_UNSUITABLE');
  });
  it('changes its roles as it came in: proposed by one, approved by another', () => {
    const wider = { agency: 'PH-CHILD', name: 'Child Care Service', country: 'PH', roles: ['CHILD_PROT', 'HEALTH'] };
    const data = { ...wider, rights: null, needsRelease: false };
    given().when(say('ProposeMember', data)).then({ type: 'MemberProposed', data });
    given()
      .when(say('ProposeMember', { ...data, roles: ['CHILD_PROT'] }))
      .thenNothing();
  });
});

describe('suspension and leaving', () => {
  const approve = (actor = second) => say('ApproveChange', { change: 'c-1' }, actor);
  it('wait for a second person', () => {
    given().when(say('ProposeChange', suspension)).then(suspensionProposed);
    given(suspensionProposed)
      .when(approve())
      .then({ type: 'ChangeApproved', data: { change: 'c-1', kind: 'SUSPENSION', subject: 'PH-WCPC' } }, suspended);
    given(suspensionProposed)
      .when(approve(operator('ops-1')))
      .thenRefused('SECOND_PERSON_REQUIRED');
    given().when(approve()).thenRefused('CHANGE_NOT_OPEN');
  });
  const end = { change: 'c-1', reason: 'GROUNDS_MISSING' } as const;
  const ended = { ...end, kind: 'SUSPENSION', subject: 'PH-WCPC', by: 'BUS-OPS' } as const;
  it('are declined by a second person, who says why, and then wait no more', () => {
    const decline = (actor = second) => say('DeclineChange', end, actor);
    const declined: MembershipEvent = { type: 'ChangeDeclined', data: ended };
    given(suspensionProposed).when(decline()).then(declined);
    given(suspensionProposed)
      .when(decline(operator('ops-1')))
      .thenRefused('SECOND_PERSON_REQUIRED');
    given(suspensionProposed)
      .when(decline(operator(null)))
      .thenRefused('PERSON_REQUIRED');
    given(suspensionProposed)
      .when(decline(backendOf('PH-WCPC')))
      .thenRefused('ROLE_REQUIRED');
    given(suspensionProposed, declined).when(approve()).thenRefused('CHANGE_NOT_OPEN');
    expect(standingOf(folded([...foundBus(), suspensionProposed, declined]), 'PH-WCPC', 'x')).toBe('GOOD');
  });
  it('are taken back by the person who proposed them and no other', () => {
    const withdraw = (actor = operator('ops-1')) => say('WithdrawChange', end, actor);
    const withdrawn: MembershipEvent = { type: 'ChangeWithdrawn', data: ended };
    given(suspensionProposed).when(withdraw()).then(withdrawn);
    given(suspensionProposed).when(withdraw(second)).thenRefused('CHANGE_OF_ANOTHER_PERSON');
    given(suspensionProposed)
      .when(withdraw(operator(null)))
      .thenRefused('PERSON_REQUIRED');
    given(suspensionProposed)
      .when(withdraw(backendOf('PH-WCPC')))
      .thenRefused('ROLE_REQUIRED');
    for (const command of [withdraw(), approve()])
      given(suspensionProposed, withdrawn).when(command).thenRefused('CHANGE_NOT_OPEN');
  });
  it('are approved as they were proposed last', () => {
    given(suspensionProposed, proposedAs({ change: 'c-2' }))
      .when(approve())
      .thenRefused('CHANGE_NOT_OPEN');
  });
  it('end what an agency may do, and what may be said to it', () => {
    const state = folded([...foundBus(), suspended]);
    expect(standingOf(state, 'PH-WCPC', 'ph-wcpc')).toBe('AGENCY_SUSPENDED');
    expect(directoryOf(state).find('PH-WCPC')).toBeUndefined();
    expect(directoryOf(state).everybody.find('PH-WCPC')?.country).toBe('PH');
  });
  it('are undone by admission anew', () => {
    given(suspended, { type: 'MemberProposed', data: back })
      .when(say('AdmitMember', { agency: 'PH-WCPC', proposal: eventId(6) }, second))
      .thenTypes('MemberAdmitted');
    given(suspended).when(say('ProposeChange', suspension)).thenRefused('MEMBER_TRANSITION_ILLEGAL');
  });
  it.each([suspended, left])(
    'end what was proposed of the agency before ($type): it comes back by two people',
    (ending) => {
      const wider: MembershipEvent = { type: 'MemberProposed', data: back };
      const admit = (n: number) => say('AdmitMember', { agency: 'PH-WCPC', proposal: eventId(n) }, second);
      given(wider).when(admit(5)).thenTypes('MemberAdmitted');
      given(wider, ending).when(admit(5)).thenRefused('PROPOSAL_NOT_OPEN');
      given(wider, ending).when(say('ProposeMember', back)).then(wider);
      given(wider, ending, wider).when(admit(7)).thenTypes('MemberAdmitted');
    },
  );
  it('end the changes of the agency that cannot come true any more, and no others', () => {
    const departureProposed = proposedAs({ change: 'c-2', kind: 'DEPARTURE' });
    const ofAnother = proposedAs({ change: 'c-3', subject: 'PH-CHILD' });
    const openAfter = (ending: MembershipEvent) =>
      Object.keys(folded([...foundBus(), suspensionProposed, departureProposed, ofAnother, ending]).changes);
    expect(openAfter(suspended)).toEqual(['c-2', 'c-3']);
    expect(openAfter(left)).toEqual(['c-3']);
    const late = [approve(), say('DeclineChange', end, second), say('WithdrawChange', end)];
    for (const command of late) given(suspensionProposed, suspended).when(command).thenRefused('CHANGE_NOT_OPEN');
  });
  it('never leave the bus without an operator, nor with one that nobody speaks for', () => {
    const ofOperator = say('ProposeChange', { ...suspension, agency: 'BUS-OPS' });
    const deputy = { ...newcomer, agency: 'BUS-OPS-2', country: 'XX', roles: ['SCHEME_ADMIN'] };
    const deputised: MembershipEvent = { type: 'MemberAdmitted', data: { ...deputy, proposal: null } };
    const ofDeputy = { agency: 'BUS-OPS-2', client: 'deputy' };
    given().when(ofOperator).thenRefused('LAST_OPERATOR');
    given(deputised).when(ofOperator).thenTypes('ChangeProposed');
    given(deputised, registered(ofDeputy), revokedAs(ofDeputy)).when(ofOperator).thenRefused('LAST_OPERATOR');
  });
});

describe('a client', () => {
  const revoke = { agency: 'PH-WCPC', client: 'ph-wcpc', reason: 'CLIENT_COMPROMISED' } as const;
  const revoked: MembershipEvent = { type: 'ClientRevoked', data: revoke };
  it('is revoked at once, by the operator or by its own agency', () => {
    given().when(say('RevokeClient', revoke)).then(revoked);
    given()
      .when(say('RevokeClient', revoke, backendOf('PH-WCPC')))
      .then(revoked);
    given()
      .when(say('RevokeClient', revoke, backendOf('PH-CHILD')))
      .thenRefused('AGENCY_NOT_YOURS');
    given(revoked).when(say('RevokeClient', revoke)).thenNothing();
    expect(standingOf(folded([...foundBus(), revoked]), 'PH-WCPC', 'ph-wcpc')).toBe('CLIENT_REVOKED');
    expect(standingOf(folded([...foundBus(), revoked]), 'PH-WCPC', 'another')).toBe('GOOD');
  });
  it('is not registered again once it was revoked', () =>
    given(revoked)
      .when(say('RegisterClient', { agency: 'PH-WCPC', client: 'ph-wcpc' }))
      .thenRefused('CLIENT_WAS_REVOKED'));
  it('speaks alone for its agency once any is registered', () => {
    const state = folded([...foundBus(), registered({ agency: 'PH-WCPC', client: 'gateway' })]);
    expect(standingOf(state, 'PH-WCPC', 'gateway')).toBe('GOOD');
    expect(standingOf(state, 'PH-WCPC', 'ph-wcpc')).toBe('CLIENT_REVOKED');
    expect(standingOf(state, 'PH-CHILD', 'ph-child')).toBe('GOOD');
  });
  it('lets no unregistered one speak again by being revoked', () => {
    const gateway = { agency: 'PH-WCPC', client: 'gateway' };
    const stolen = [...foundBus(), registered(gateway), revokedAs(gateway)];
    const standings = (history: MembershipEvent[]) =>
      ['gateway', 'ph-wcpc', 'next'].map((client) => standingOf(folded(history), 'PH-WCPC', client));
    expect(standings(stolen)).toEqual(['CLIENT_REVOKED', 'CLIENT_REVOKED', 'CLIENT_REVOKED']);
    expect(standings([...stolen, registered({ ...gateway, client: 'next' })])[2]).toBe('GOOD');
  });
  it('is not revoked where nobody could speak as the operator after that', () => {
    const only = { agency: 'BUS-OPS', client: 'operator' };
    const revokeOnly = say('RevokeClient', { ...only, reason: 'CLIENT_COMPROMISED' });
    given(registered(only)).when(revokeOnly).thenRefused('LAST_OPERATOR');
    given(registered(only), registered({ ...only, client: 'next' }))
      .when(revokeOnly)
      .thenTypes('ClientRevoked');
    given().when(revokeOnly).thenTypes('ClientRevoked');
  });
  it('is one of so many of its agency, some of which the operator alone may name', () => {
    const invented = { ...revoke, client: 'invented' };
    const byItself = say('RevokeClient', invented, backendOf('PH-WCPC'));
    given(...revokedOf('PH-WCPC', 149))
      .when(byItself)
      .thenTypes('ClientRevoked');
    given(...revokedOf('PH-WCPC', 150))
      .when(byItself)
      .thenRefused('CLIENTS_EXHAUSTED', { limit: 150 });
    given(...revokedOf('PH-WCPC', 199))
      .when(say('RevokeClient', invented))
      .thenTypes('ClientRevoked');
    for (const command of [say('RevokeClient', invented), say('RegisterClient', invented)])
      given(...revokedOf('PH-WCPC', 200))
        .when(command)
        .thenRefused('CLIENTS_EXHAUSTED', { limit: 200 });
  });
  it('is revoked however many there are, once it is known', () =>
    given(registered(revoke), ...revokedOf('PH-WCPC', 199))
      .when(say('RevokeClient', revoke, backendOf('PH-WCPC')))
      .thenTypes('ClientRevoked'));
});

describe('what an agency says of itself', () => {
  const nights = calendar('Asia/Manila', ['FRIDAY 20:00-06:00'], ['2026-12-25']);
  const contact = {
    availability: 'AROUND_THE_CLOCK',
    desk: 'Duty officer',
    phone: '+63285550100',
    email: null,
    hours: null,
    zone: null,
    languages: ['en', 'tl'],
    channels: null,
    calendar: null,
  } as const;
  const desk = { agency: 'PH-WCPC', role: 'POC_247', contact: { ...contact, languages: ['en', 'tl'] } };
  it('is how a desk of a role is reached', () => {
    given()
      .when(say('ChangeContactPoint', desk, backendOf('PH-WCPC')))
      .thenTypes('ContactPointChanged');
    given()
      .when(say('ChangeContactPoint', { ...desk, role: 'HOTLINE' }))
      .thenRefused('CONTACT_ROLE_UNSUITABLE');
    given()
      .when(say('ChangeContactPoint', { ...desk, contact: { ...desk.contact, phone: null } }))
      .thenRefused('CONTACT_UNREACHABLE');
    given()
      .when(say('ChangeContactPoint', { ...desk, contact: { ...desk.contact, calendar: nights } }))
      .thenRefused('CONTACT_CALENDAR_UNSUITABLE', { faults: 'a desk that answers at any hour has no hours' });
    given()
      .when(say('ChangeContactPoint', { ...desk, contact: null }))
      .thenNothing();
  });
  it('is that a desk is no more, also where it does not hold the role any more', () => {
    const said: MembershipEvent = {
      type: 'ContactPointChanged',
      data: { ...desk, contact: { role: 'POC_247', ...desk.contact } },
    };
    const lost: MembershipEvent = { type: 'MemberAdmitted', data: { ...back, proposal: null } };
    const removal = say('ChangeContactPoint', { ...desk, contact: null }, backendOf('PH-WCPC'));
    const removed: MembershipEvent = { type: 'ContactPointChanged', data: { ...desk, contact: null } };
    given(said, lost).when(removal).then(removed);
    given(said, lost, removed).when(removal).thenNothing();
    given(said, lost).when(say('ChangeContactPoint', desk)).thenRefused('CONTACT_ROLE_UNSUITABLE');
  });
  it('is when a desk is staffed, which is kept in one order of fields', () => {
    const hours = { ...desk.contact, availability: 'OFFICE_HOURS' as const, calendar: nights };
    const told = { ...nights, weekly: nights.weekly.map(({ day, from, to }) => ({ to, from, day })) };
    const said = { ...desk, contact: { role: 'POC_247', ...hours, calendar: told } };
    given()
      .when(say('ChangeContactPoint', { ...desk, contact: hours }))
      .then({ type: 'ContactPointChanged', data: { ...desk, contact: { role: 'POC_247', ...hours } } });
    given({ type: 'ContactPointChanged', data: said })
      .when(say('ChangeContactPoint', { ...desk, contact: hours }))
      .thenNothing();
  });
  it('is how much it can take on, and when its systems are away', () => {
    const notice = { agency: 'PH-WCPC', state: 'REDUCED', from: NOW, until: null } as const;
    given().when(say('NotifyCapacity', notice)).then({ type: 'CapacityNotified', data: notice });
    const span = { agency: 'PH-WCPC', from: NOW, until: NOW + 3_600_000 };
    const state = folded([...foundBus(), { type: 'MaintenanceNotified', data: span }]);
    const member = state.members['PH-WCPC'];
    expect(member && [NOW - 1, NOW, NOW + 3_600_000].map((at) => inMaintenance(member, at))).toEqual([
      false,
      true,
      false,
    ]);
    given()
      .when(say('NotifyMaintenance', { ...span, until: NOW - 1 }))
      .thenRefused('SPAN_ENDS_BEFORE_IT_BEGINS');
  });
});

describe('the lanes of a jurisdiction (design 3)', () => {
  const lanes = { routine: [1, 2, 3], urgent: [36], access: [48] };
  it('are widened, and their history is kept', () => {
    given()
      .when(say('AssignLanes', { jurisdiction: 'PH', lanes }))
      .then({ type: 'JurisdictionLanesAssigned', data: { jurisdiction: 'PH', ...lanes } });
    const state = folded([
      ...foundBus(),
      { type: 'JurisdictionLanesAssigned', data: { jurisdiction: 'PH', ...lanes } },
    ]);
    expect(directoryOf(state).lanes.lanesOf('PH', 'routine')).toEqual([1, 2, 3]);
    expect(state.jurisdictions['PH']?.map(({ routine }) => routine)).toEqual([
      [1, 2],
      [1, 2, 3],
    ]);
  });
  it('are never taken away', () =>
    given()
      .when(say('AssignLanes', { jurisdiction: 'PH', lanes: { ...lanes, routine: [2, 3] } }))
      .thenRefused('LANES_NARROWED', { lanes: '1' }));
  it('have one class each, whoever shares them', () =>
    given()
      .when(say('AssignLanes', { jurisdiction: 'US', lanes: { routine: [36], urgent: [37], access: [48] } }))
      .thenRefused('LANES_UNSUITABLE', { faults: 'lane 36 is urgent and routine' }));
});

describe('the rights of an agency', () => {
  it('narrow what its roles give, and never widen it', () => {
    const none = { originate: false, receive: true, setPriority: false };
    const wide = { originate: true, receive: true, setPriority: true };
    const admitted = (rights: typeof none): MembershipEvent => ({
      type: 'MemberAdmitted',
      data: { ...newcomer, roles: ['LE_UNIT', 'HOTLINE'], rights, proposal: null },
    });
    const rightsIn = (rights: typeof none, role: string) =>
      directoryOf(folded([...foundBus(), admitted(rights)])).rightsOf('PH-HOTLINE', role);
    expect(rightsIn(none, 'LE_UNIT')).toMatchObject({ originate: false, receive: true, priority: 'PROPOSE' });
    expect(rightsIn(wide, 'HOTLINE')).toMatchObject({ originate: true, receive: false, priority: 'PROPOSE' });
  });
});

it('is stored as it is folded: an event decoded in another order of fields gives the same text', () => {
  const data = { ...newcomer, rights: { setPriority: true, receive: true, originate: false } };
  const other = { ...newcomer, rights: { originate: false, receive: true, setPriority: true } };
  const text = (event: MembershipEvent): string => JSON.stringify(folded([...foundBus(), event]));
  expect(text({ type: 'MemberProposed', data })).toBe(text({ type: 'MemberProposed', data: other }));
  expect(membership.version).toBe(5);
});

it('of before desks had channels and calendars is what its events fold to now', () => {
  const contact: ContactPoint = {
    role: 'LE_UNIT',
    availability: 'OFFICE_HOURS',
    desk: 'Desk',
    phone: null,
    email: 'desk@wcpc.example',
    hours: null,
    zone: null,
    languages: ['en'],
    channels: null,
    calendar: null,
  };
  const said: MembershipEvent = {
    type: 'ContactPointChanged',
    data: { agency: 'PH-WCPC', role: 'LE_UNIT', contact },
  };
  const now = folded([...foundBus(), said]);
  const before = JSON.parse(JSON.stringify(now).replaceAll(',"channels":null,"calendar":null', '')) as Membership;
  expect(JSON.stringify(before)).not.toBe(JSON.stringify(now));
  expect(JSON.stringify(membership.upcasts[3](membership.upcasts[2](before)))).toBe(JSON.stringify(now));
  const member = now.members['PH-WCPC'];
  expect(member && channelsOf(member, 'LE_UNIT')).toEqual([{ kind: 'SMTP', address: 'desk@wcpc.example' }]);
  expect(member && channelsOf(member, 'POC_247')).toEqual([]);
});

describe('of before it was remembered that a client had been registered, and what was proposed ended with its agency’s part', () => {
  const gateway = { agency: 'PH-WCPC', client: 'gateway' };
  /** As an earlier build stored it: with what this one would have ended, and without what it would have remembered. */
  const stored = (
    history: readonly MembershipEvent[],
    kept: (state: Membership) => object = () => ({}),
  ): Membership => {
    const state = folded([...foundBus(), ...history]);
    const text = JSON.stringify({ ...state, ...kept(state) });
    return JSON.parse(text.replaceAll(',"byRegistered":true', '')) as Membership;
  };
  const upcast = (state: Membership): string => JSON.stringify(membership.upcasts[4](state));
  const now = (history: readonly MembershipEvent[]): string => JSON.stringify(folded([...foundBus(), ...history]));

  it('is what its events fold to now, where a registered client stands', () => {
    const history = [registered(gateway), revokedAs({ ...gateway, client: 'old' })];
    expect(JSON.stringify(stored(history))).not.toBe(now(history));
    expect(upcast(stored(history))).toBe(now(history));
    const never = [revokedAs(gateway)];
    expect(upcast(stored(never))).toBe(now(never));
  });
  it('ends what was proposed before, and keeps what was proposed since', () => {
    const proposal = { ...back, by: 'ops-1', event: eventId(1) };
    const withProposal = (event: string) => (state: Membership) => ({
      members: { ...state.members, 'PH-WCPC': { ...state.members['PH-WCPC'], proposal: { ...proposal, event } } },
    });
    const since = `${(NOW + 60_000).toString(16).padStart(12, '0')}00000000000000000000`;
    expect(upcast(stored([suspended], withProposal(eventId(1))))).toBe(now([suspended]));
    expect(upcast(stored([suspended], withProposal(since)))).toContain(since);
    expect(upcast(stored([], withProposal(eventId(1))))).toContain(eventId(1));
  });
  it('ends changes that cannot come true any more', () => {
    const { changes } = folded([...foundBus(), suspensionProposed]);
    expect(upcast(stored([left], () => ({ changes })))).toBe(now([left]));
    expect(upcast(stored([suspensionProposed]))).toBe(now([suspensionProposed]));
  });
});

describe('an agency is called', () => {
  const mail = (name: string) => ({ email: `${name}@wcpc.example` });
  const office = calendar('Asia/Manila', ['DAILY 08:00-17:00']);
  const [day, night] = [Date.parse('2026-11-26T02:00Z'), Date.parse('2026-11-26T16:00Z')];
  type Desk = ReturnType<typeof deskOf>;
  const calledHolding = (roles: readonly string[], at: number, canWait: boolean, desks: readonly Desk[]): string => {
    const contacts = Object.fromEntries(desks.map((desk) => [desk.role, desk]));
    const { channels, waitsUntil } = calledBy({ contacts, roles }, ['LE_UNIT'], { now: at, canWait });
    const until = waitsUntil === null ? 'now' : new Date(waitsUntil).toISOString();
    return `${channels.map(({ address }) => address.split('@')[0]).join(' ')} ${until}`;
  };
  const all = ['LE_UNIT', 'POC_247', 'CHILD_PROT'];
  const called = (at: number, canWait: boolean, ...desks: readonly Desk[]): string =>
    calledHolding(all, at, canWait, desks);
  const unit = deskOf('LE_UNIT', { calendar: office, ...mail('unit') });
  const always = deskOf('POC_247', mail('always'));
  const late = deskOf('CHILD_PROT', { calendar: calendar('Asia/Manila', ['DAILY 17:00-08:00']), ...mail('late') });

  it('by the desk of its role while that is open', () => {
    expect(called(day, false, unit, always)).toBe('unit now');
    expect(called(day, true, unit, always)).toBe('unit now');
  });
  it('when that opens, where it can wait', () =>
    expect(called(night, true, unit, always)).toBe('unit 2026-11-27T00:00:00.000Z'));
  it('by a desk that answers at any hour where it cannot, by one that is open, or else by the closed one', () => {
    expect(called(night, false, unit, late, always)).toBe('always now');
    expect(called(night, false, unit, late)).toBe('late now');
    expect(called(night, false, unit)).toBe('unit now');
  });
  it('by no desk of a role that it holds no more, at whatever hour that answers', () => {
    const without = (role: string): string[] => all.filter((each) => each !== role);
    expect(calledHolding(without('POC_247'), night, false, [unit, late, always])).toBe('late now');
    expect(calledHolding(['LE_UNIT'], night, false, [unit, late, always])).toBe('unit now');
    expect(calledHolding(['LE_UNIT'], day, false, [always])).toBe(' now');
    expect(calledHolding(without('LE_UNIT'), night, true, [unit, always])).toBe('always now');
    expect(calledHolding([], night, false, [unit, late, always])).toBe(' now');
  });
  it('at once by a desk that never opens: it cannot be waited for', () => {
    const days = Array.from({ length: 400 }, (_, n) => new Date(night + n * 86_400_000).toISOString().slice(0, 10));
    const never = deskOf('LE_UNIT', { calendar: calendar('UTC', ['DAILY 08:00-09:00'], days), ...mail('never') });
    expect(called(night, true, never)).toBe('never now');
  });
});
