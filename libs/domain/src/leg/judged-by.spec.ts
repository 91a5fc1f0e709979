import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_NAMES, type EventName, newestSchema } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import { firstEscalationRules } from '../escalation/first-rules.js';
import { attached, clock, MINUTE, none, says, Told } from '../escalation/said.fixtures.js';
import { firstRulebook, type Rulebook, rulebookOf } from '../referral/rules.js';
import { contact, taking } from '../referral/contacts.fixtures.js';
import { say } from '../referral/words.fixtures.js';
import { DAY, folded, NOW, party, prioritised, submitted } from './leg.fixtures.js';
import { leg } from './leg.js';
import type { LegEvent } from './leg.js';
import { walk, walks } from './walks.fixtures.js';

/** Why an event names no rules. Whatever is not here names the version that it was judged by (issue 3/8, point 2). */
const exceptions: Partial<Record<EventName, string>> = {
  CommandRefused: 'tells its code only: a version would tell who may not know it that there is such a leg',
  ...Object.fromEntries(
    EVENT_NAMES.filter((name) => newestSchema(name).topic === 'bus.membership.v1').map((name) => [
      name,
      'no published set judges who takes part, nor what the rules are to be',
    ]),
  ),
};

const [OF_REFERRAL, OF_ESCALATION] = [firstRulebook.version(1), firstEscalationRules];
const LATER = NOW + DAY;

/** Versions that hold when legs are submitted, and others that hold soon after. */
const rulebook: Rulebook = rulebookOf({
  referral: [
    { from: 0, rules: OF_REFERRAL },
    { from: NOW, rules: { ...OF_REFERRAL, version: 3, longestHoldDays: 3_000 } },
    { from: LATER, rules: { ...OF_REFERRAL, version: 4, longestHoldDays: 3_000 } },
  ],
  escalation: [
    { from: 0, rules: OF_ESCALATION },
    { from: NOW, rules: { ...OF_ESCALATION, version: 5 } },
    { from: LATER, rules: { ...OF_ESCALATION, version: 6 } },
  ],
});

/** As `set/version`, however the event spells it; undefined where it names none. */
function rulesIn({ data }: LegEvent): string | undefined {
  if (!('rules' in data) || data.rules === null) return undefined;
  return typeof data.rules === 'string' ? data.rules : `${data.rules.set}/${data.rules.version}`;
}

/** Every word of the escalation, said when rules of later hold already. */
function ofTheEscalation(): LegEvent[] {
  const at = LATER + MINUTE;
  const told = new Told(undefined, taking(contact('PH')), rulebook);
  const first = told.say(say('SubmitReferral', { level: 'P1' }));
  const higher = { as: { agency: 'PH-NCP', role: 'NCP_LE', country: 'PH' }, person: 'h-1', at };
  const grade = { reasons: ['SELF_HARM_RISK' as const] };
  const safeguarding = { measure: 'CHILD_PROTECTION_NOTIFIED', country: 'PH', service: null, note: null } as const;
  const preservation = {
    ...{ authority: party('PH-WCPC'), facts: 'FACTS-1', data: ['TRAFFIC_DATA' as const] },
    ...({
      offence: 'SOLICITATION',
      custodian: 'Example Video',
      location: null,
      necessity: 'RETENTION_ENDS',
      crossBorder: false,
    } as const),
    ...({ followUp: 'MUTUAL_ASSISTANCE_REQUEST', wantedUntil: null, note: null } as const),
  };
  const later = [
    clock(at),
    say('AcknowledgeReferral', { at }),
    says('ConfirmPriority', { ...grade, ...attached }, { at }),
    says('LowerPriority', { level: 'P3', ...grade, lowering: 'CHILD_SAFE_CONFIRMED', ...none }, { at }),
    says('ApproveLowering', { note: null }, { at, person: 'p-2' }),
    says('DisputePriority', { ...grade, note: null }, { at, by: 'US-CLEAR' }),
    says('ResolveDispute', { level: 'P1', ...grade, lowering: null, note: null }, higher),
    says('RecordVoiceContact', { at, to: party('PH-WCPC'), result: 'REACHED', note: null }, { at }),
    says('AnswerEscalation', { reply: 'TAKES_OVER', note: null }, { at }),
    says('NotifySafeguarding', safeguarding, { at }),
    says('RequestPreservation', preservation, { at }),
    say('ForwardReferral', { at, data: { to: party('US-CLEAR') } }),
    says('AnswerOnwardRefusal', { reply: 'NOT_PURSUED', competent: null, note: null }, higher),
  ].flatMap((command) => told.say(command));
  const request = told.idOf('PreservationRequested');
  const last = [
    says(
      'ConfirmSafeguarding',
      { notified: told.idOf('SafeguardingNotified'), result: 'CHILD_SAFE', note: null },
      { at },
    ),
    says('ConfirmPreservation', { request, until: at + 60 * DAY, reference: null, note: null }, { at }),
    clock(at + 50 * DAY),
    says('ReleasePreservation', { request, reason: 'DATA_OBTAINED', note: null }, { at: at + 51 * DAY }),
  ].flatMap((command) => told.say(command));
  return [...first, ...later, ...last];
}

const named = new Map<string, Set<string>>();
const note = (events: readonly LegEvent[], judgedBy: (event: LegEvent) => string): void => {
  for (const event of events) {
    expect([event.type, rulesIn(event)]).toEqual([event.type, judgedBy(event)]);
    named.set(event.type, (named.get(event.type) ?? new Set()).add(rulesIn(event) ?? ''));
  }
};

describe('each event names the version of the rules that it was judged by', () => {
  it('has a place for it in its newest schema, or a reason for none', () => {
    const without = EVENT_NAMES.filter((name) => {
      const { fields } = JSON.parse(newestSchema(name).text) as {
        readonly fields: readonly { readonly name: string }[];
      };
      return !fields.some((field) => field.name === 'rules');
    });
    expect(without.sort()).toEqual(Object.keys(exceptions).sort());
  });

  it('of a leg: what held when it was submitted, whatever came into force later; before that, what holds then', () => {
    fc.assert(
      fc.property(walks, (told) => {
        let ofLeg: string | undefined;
        walk(
          told,
          ({ word, events, before }) => {
            if (events instanceof DomainError) return;
            const now = `referral/${word.now < LATER ? 3 : 4}`;
            if (before.referral.status === 'NONE') ofLeg = now;
            const times = `escalation/${ofLeg === 'referral/3' ? 5 : 6}`;
            note(events, ({ type }) => (type === 'PrioritySet' || type === 'EvidenceAdvanced' ? times : (ofLeg ?? '')));
          },
          rulebook,
        );
      }),
      { numRuns: 4000, seed: 20261128 },
    );
  });

  it('of its escalation: the same, also where the clock speaks and where a case is not let go on', () =>
    note(ofTheEscalation(), ({ type }) =>
      type.startsWith('Referral') || type === 'OnwardRefused' ? 'referral/3' : 'escalation/5',
    ));

  it('was seen above of every event that a leg can have', () => {
    const ofLegs = EVENT_NAMES.filter((name) => exceptions[name] === undefined);
    expect([...named.keys()].sort()).toEqual([...ofLegs].sort());
  });

  it('is the first version on a leg from before legs named one: its clocks run by that', () => {
    const old = folded([submitted({ hop: null, rules: null }), prioritised('P3')]);
    const [received] = leg.decide(say('ReceiveReferral', { at: LATER }), old, rulebook);
    expect(received && rulesIn(received)).toBe('referral/1');
  });

  it('is never one that this process does not know: then it decides nothing', () => {
    const unknown = rulebookOf({ referral: [{ from: 0, rules: OF_REFERRAL }] });
    const told = new Told(undefined, undefined, rulebook);
    told.say(say('SubmitReferral', { level: 'P1' }));
    expect(() => leg.decide(say('ReceiveReferral'), told.state, unknown)).toThrow('RULES_UNKNOWN');
  });
});
