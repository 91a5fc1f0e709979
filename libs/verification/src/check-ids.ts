/**
 * Every check: its id, what it says when it finds nothing, and what it counts. Ids with a K are those of the list of checkers
 * in docs/verification.md; the others have no letter there.
 */
export const CHECKS = {
  K13: ['what was accepted when the check began is relayed and applied', 'lanes'],
  order: ['positions gapless and chained, commands whole, time forward', 'events'],
  K2: ['no event, no key and no effect stands twice', 'events'],
  fold: ['stored states = fold of the journal, history legal', 'referrals'],
  clocks: ['clocks = what each state says is due', 'referrals'],
  rules: [
    'the clock said what the rules of its time give, and each event names those in force when its referral began',
    'events',
  ],
  onward: ['a case that went on is there, once, or came back', 'cases that went on'],
  keys: ['every held key has its command, every command its key', 'keys'],
  topics: ['topics = journal, byte for byte', 'records'],
  trail: ['audit trail: an entry an event, trees = computed anew', 'entries'],
  K3: ['read models show the order of acceptance', 'rows'],
  K4: ['nothing is shown without an event', 'rows'],
  told: ['feeds tell their parties everything, and nobody what is not theirs', 'items'],
  K11: ['accepted = applied + parked + in flight', 'lanes'],
  K10: ['offsets are never beyond what was applied', 'offsets'],
  K5: ['read models = rebuild from the topics', 'rows'],
  K1: ['nothing acknowledged is lost', 'answers'],
  answers: ['answers are repeated byte for byte, a key counts once', 'keys'],
  K9: ['reads of a session never go back, and show what the log says', 'reads'],
  K14: ['nothing is left behind', 'connections'],
} as const satisfies Record<string, readonly [string, string]>;

export type CheckId = keyof typeof CHECKS;
