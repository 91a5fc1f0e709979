import { actorOf, commonRefusals } from '#libs/accepting';
import { escalationWords, leg, type Leg, membership, ToldRefusal, transitions, firstRulebook } from '#libs/domain';
import { DomainError } from '#libs/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { moves, movesByFamily, pathsOf } from '../moves/moves.js';
import type { Move } from '../moves/move.js';
import { newKey, outcome, type SpecApp, startReferrals } from '../referrals-app.fixtures.js';
import { moveDocs } from '../api-docs/operations.js';
import { newCase, type Parties, partiesOf, refusal, says } from './parties.fixtures.js';

let app: SpecApp;
let parties: Parties;

beforeAll(async () => {
  app = await startReferrals();
  parties = await partiesOf(app);
});
afterAll(() => app.close());

const agencies = { sender: 'US-CLEAR', receiver: 'PH-WCPC', third: 'GB-NCP' } as const;
type Side = keyof typeof agencies;

const ofTheBus = ['ExpireReferral', 'CompleteHandover', 'ReturnForward', 'AdvanceEvidence'];
const opening = ['SubmitReferral', 'RequestRelease'];

describe('the table of commands', () => {
  it('has a row for every command that an agency says of a referral', () =>
    expect(moves.map(({ name }) => name).sort()).toEqual(
      Object.keys(transitions)
        .filter((name) => !ofTheBus.includes(name) && !opening.includes(name))
        .sort(),
    ));

  it('has one for every command that an agency says of its escalation', () =>
    expect(movesByFamily.escalations.map(({ name }) => name)).toEqual(
      Object.keys(escalationWords).filter((name) => name !== 'RunClocks'),
    ));

  it('has one way to say each', () => expect(new Set(pathsOf('x')).size).toBe(pathsOf('x').length));

  it.each(['expire', 'complete-handover', 'return-forward', 'submit', 'set-priority', 'run-clocks', 'constructor'])(
    'has no way to say %s',
    async (command) => {
      const { receiver } = await newCase(parties);
      expect(await refusal(receiver(command, {}))).toEqual([404, 'NOT_FOUND']);
    },
  );
});

/** A word that somebody may say, sound or not in the state that it meets. */
const words = fc.record({
  move: fc.constantFrom(...moves.filter(({ name }) => !name.endsWith('Release'))),
  side: fc.constantFrom<Side[]>('sender', 'receiver', 'receiver', 'third'),
  person: fc.boolean(),
});

describe('whatever is said of a referral, in whatever order', () => {
  /** What the domain says of the same words, on a fold of its own. */
  const expected = (
    state: Leg,
    move: Move,
    { agency, person }: { agency: string; person: string | null },
    id: string,
  ) => {
    const { directory } = app.config;
    const role = directory.find(agency)?.roles[0] ?? '';
    const caller = { agency, role, roles: [role], country: '', client: 'backend', person, isPerson: false };
    const actor = actorOf(directory, caller);
    const about = {
      id,
      directory,
      origin: {
        ...{ actor, key: 'k', correlation: 'c', sealed: new Set<number>() },
        ...{ rulebook: firstRulebook, membership: membership.initialState() },
      },
    };
    const meta = { actor, now: Date.now() };
    const accepted = { at: meta.now, eventId: v7(), person, synthetic: false };
    try {
      const events = leg.decide(move.read(move.example, about).command(meta), state);
      return { code: undefined, state: events.reduce((each, event) => leg.evolve(each, event, accepted), state) };
    } catch (error) {
      if (error instanceof ToldRefusal) return { code: error.code, state: leg.evolve(state, error.event, accepted) };
      if (error instanceof DomainError) return { code: error.code, state };
      throw error;
    }
  };

  it('the answer is what the domain decides, and every refusal is one that the description names (vocabulary 2.3)', async () => {
    let told = 0;
    const refusals = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 20, maxLength: 40 }), async (said) => {
        const { id } = await newCase(parties);
        const first = (await app.events()).filter(({ meta }) => meta.leg === id);
        let state = first.reduce((each, { meta, ...event }) => {
          const accepted = { at: meta.acceptedAt, eventId: meta.eventId, person: null, synthetic: meta.synthetic };
          return leg.evolve(each, event, accepted);
        }, leg.initialState());
        for (const { move, side, person } of said) {
          const who = { agency: agencies[side], person: person ? 'officer-7' : null };
          const headers = { ...newKey(), ...(who.person && { 'bus-person': who.person }) };
          const answer = await parties[side].post(`/v1/referrals/${id}/${move.route}`, move.example, headers);
          const { code, state: next } = expected(state, move, who, id);
          const [status, given] = outcome(answer);
          const what = `${move.name} by the ${side}`;
          expect([what, given]).toEqual([what, move.discreet && code === 'REFERRAL_NOT_FOUND' ? undefined : code]);
          if (given) {
            const documented = [moveDocs(move).refusals[status], commonRefusals[status]].flatMap((each) => each ?? []);
            expect(documented).toContain(given);
            refusals.add(given);
          } else if (!move.discreet && next.referral.status !== state.referral.status)
            expect(answer.json()).toMatchObject({ status: next.referral.status });
          told += 1;
          state = next;
        }
      }),
      { numRuns: 15 },
    );
    expect(told).toBeGreaterThan(300);
    expect(refusals.size).toBeGreaterThan(6);
  });

  it('an illegal word is on record with its code and without its content (issue point 9)', async () => {
    const { id, third: receiver } = await newCase(parties, { to: { agency: 'GB-NCP' } });
    const said = moves.filter(({ name }) => !name.endsWith('Release'));
    for (const move of said) await receiver(move.route, { ...move.example, note: undefined });
    const records = (await app.events()).filter((event) => event.type === 'CommandRefused');
    const ours = records.filter((event) => event.data.target === id);
    expect(ours.length).toBeGreaterThan(5);
    const text = JSON.stringify(ours);
    for (const content of ['CT-2026-118402-B', 'NOTE-118402', 'EV-118402-1']) expect(text).not.toContain(content);
    for (const { data } of ours) expect(moves.map(({ name }) => name as string)).toContain(data.command);
  });

  it('a stranger is answered to each as if there were no such referral (faults Z1)', async () => {
    const { id } = await newCase(parties, { nexus: [] });
    const stranger = says(parties.third, id);
    for (const move of moves.filter(({ discreet }) => !discreet))
      expect([move.name, ...(await refusal(stranger(move.route, move.example)))]).toEqual([
        move.name,
        404,
        'REFERRAL_NOT_FOUND',
      ]);
    for (const { name, route, example } of movesByFamily.escalations) {
      const said = parties.third.post(`/v1/escalations/${id}/${route}`, example, { ...newKey(), 'bus-person': 'o-1' });
      expect([name, ...(await refusal(said))]).toEqual([name, 404, 'REFERRAL_NOT_FOUND']);
    }
  });
});
