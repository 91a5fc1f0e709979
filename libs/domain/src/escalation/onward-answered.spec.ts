import { describe, expect, it } from '@jest/globals';
import { NOW, party } from '../leg/leg.fixtures.js';
import { contact, taking } from '../referral/contacts.fixtures.js';
import { happened } from '../referral/histories.fixtures.js';
import { say } from '../referral/words.fixtures.js';
import type { AnswerOnwardRefusal } from './commands.js';
import { says, Told } from './said.fixtures.js';

const contacts = taking(contact('PH'), contact('US'), contact('GB'));
const back = say('ForwardReferral', { data: { to: party('US-CLEAR') } });

/** A case that came from the United States to the Philippines, and was to go back. */
function stuck(): Told {
  const told = Told.sent('P3', contacts);
  told.fold(happened.received, NOW);
  expect(told.say(back).map(({ type }) => type)).toEqual(['OnwardRefused']);
  return told;
}

const answer = (more: Partial<AnswerOnwardRefusal['data']> = {}, agency = 'US-NCP', person: string | null = 'n-1') =>
  says(
    'AnswerOnwardRefusal',
    { reply: 'STAYS_WITH_HOLDER', competent: null, note: null, ...more },
    { person, as: { agency, role: 'NCP_LE', country: agency.slice(0, 2) } },
  );

describe('a case that was not let go on', () => {
  it('is answered for by a national contact of one of its ends, and the contacts of both are told (vocabulary 2.4 I6)', () => {
    const told = stuck();
    const ncp = (agency: string) => ({ agency, role: 'NCP_LE', country: agency.slice(0, 2) });
    expect(told.say(answer({ note: 'NOTE-1' }))).toEqual([
      {
        type: 'OnwardRefusalAnswered',
        data: {
          ...{ by: 'US-NCP', causes: ['CYCLE'], reply: 'STAYS_WITH_HOLDER', competent: null, note: 'NOTE-1' },
          ...{ contacts: [ncp('PH-NCP'), ncp('US-NCP')], audience: ['PH-NCP', 'US-NCP'] },
          rules: { set: 'escalation', version: 1 },
        },
      },
    ]);
    expect(told.state.escalation.stuck).toBeUndefined();
    expect(told.state.referral.status).toBe('RECEIVED');
  });

  it('is stuck no more, and no limit is lifted: who is refused again has the contacts told again', () => {
    const told = stuck();
    expect(told.refused(back)).toBe('ONWARD_CYCLE');
    told.say(answer());
    expect(told.refused(answer({}, 'PH-NCP'))).toBe('ONWARD_NOT_STUCK');
    expect(told.say(back).map(({ type }) => type)).toEqual(['OnwardRefused']);
    expect(told.say(answer({}, 'PH-NCP'))).toHaveLength(1);
  });

  it.each([
    ['a contact of a country that is no end of it, as if there were none', 'GB-NCP', 'REFERRAL_NOT_FOUND'],
    ['a contact that was never told', 'US-AGAIN', 'REFERRAL_NOT_FOUND'],
    ['whoever has it', 'PH-WCPC', 'REFERRAL_ADDRESSED_ELSEWHERE'],
    ['whoever sent it', 'US-CLEAR', 'REFERRAL_ADDRESSED_ELSEWHERE'],
  ])('is not answered for by %s', (_who, agency, code) => expect(stuck().refused(answer({}, agency))).toBe(code));

  it('is answered for by a person, in codes, and names another agency exactly where that is the answer', () => {
    const told = stuck();
    expect(told.refused(answer({}, 'US-NCP', null))).toBe('PERSON_REQUIRED');
    expect(told.refused(answer({ reply: 'UNKNOWN' }))).toBe('CODE_UNKNOWN');
    expect(told.refused(answer({ note: 'a text of its own' }))).toBe('NOTE_MALFORMED');
    expect(told.refused(answer({ reply: 'NAMES_OTHER' }))).toBe('SUGGESTION_REQUIRED');
    expect(told.refused(answer({ competent: party('AU-UNIT') }))).toBe('SUGGESTION_NOT_APPLICABLE');
    expect(told.say(answer({ reply: 'NAMES_OTHER', competent: party('AU-UNIT') }))).toHaveLength(1);
  });

  it('is not answered for before it is stuck, nor once it has ended', () => {
    const before = Told.sent('P3', contacts);
    expect(before.refused(answer())).toBe('REFERRAL_NOT_FOUND');
    const over = stuck();
    over.fold(happened.rejected, NOW);
    expect(over.refused(answer())).toBe('REFERRAL_TRANSITION_ILLEGAL');
  });
});
