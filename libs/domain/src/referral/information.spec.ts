import { describe, it } from '@jest/globals';
import { given, prioritised, received, submitted } from '../leg/leg.fixtures.js';
import { happened, inStatus } from './histories.fixtures.js';
import { ids, nothingAdded, say } from './words.fixtures.js';

describe('a request for information (vocabulary 2.3, features B3)', () => {
  const before = inStatus.RECEIVED;
  it('names what is asked for', () => {
    given(before).when(say('RequestInformation')).then([happened.asked]);
    given(before)
      .when(say('RequestInformation', { data: { types: [] } }))
      .thenRefused('CODE_REQUIRED', { field: 'types' });
    given(before)
      .when(say('RequestInformation', { data: { types: ['UNKNOWN'] } }))
      .thenRefused('CODE_UNKNOWN');
  });
  it('carries the reference of a note and never its text', () =>
    given(before)
      .when(say('RequestInformation', { data: { note: 'a sentence that somebody wrote' } }))
      .thenRefused('NOTE_MALFORMED', { field: 'note' }));
  it('is the receiver’s to make', () =>
    given(before)
      .when(say('RequestInformation', { by: 'US-CLEAR' }))
      .thenRefused('REFERRAL_ADDRESSED_ELSEWHERE'));
  it('says nothing new in the same words, and is not changed while it is open', () => {
    given(inStatus.INFO_REQUESTED)
      .when(say('RequestInformation', { data: { types: ['TIME', 'LOCATION'] } }))
      .thenNothing();
    given(inStatus.INFO_REQUESTED)
      .when(say('RequestInformation', { data: { types: ['TIME'] } }))
      .thenRefused('REFERRAL_TRANSITION_ILLEGAL');
  });
  it('may be made for P1 and P2 too: the receiver asks while it acts (R1.5)', () =>
    given([submitted(), prioritised('P1'), received()])
      .when(say('RequestInformation'))
      .thenTypes('InformationRequested'));
  it('is not made in vain: only while another answer can be kept', () => {
    const rounds = Array.from({ length: 6 }, () => [happened.asked, happened.answered]).flat();
    given([...before, ...rounds])
      .when(say('RequestInformation'))
      .thenRefused('INFORMATION_ROUNDS_EXHAUSTED', { limit: 6 });
  });
});

describe('an answer to a request for information', () => {
  const before = inStatus.INFO_REQUESTED;
  it('speaks of every item that was asked for', () => {
    given(before)
      .when(say('ProvideInformation', { data: { additions: nothingAdded } }))
      .then([happened.answered]);
    given(before)
      .when(say('ProvideInformation', { data: { unavailable: [] } }))
      .thenRefused('INFORMATION_INCOMPLETE', { missing: 'TIME' });
  });
  it('is not needed for a decision: the receiver may accept while it waits', () =>
    given(before).when(say('AcceptReferral')).then([happened.accepted]));
  it('is checked as a submission is', () =>
    given(before)
      .when(
        say('ProvideInformation', {
          data: {
            additions: {
              ...nothingAdded,
              evidence: [
                {
                  reference: ids.bundle,
                  kind: 'CHAT_LOG',
                  holder: 'US-CLEAR',
                  mediaType: 'text/plain',
                  size: 9,
                  sha256: Buffer.alloc(32),
                },
              ],
            },
          },
        }),
      )
      .thenRefused('EVIDENCE_DIGEST_FORBIDDEN'));
});
