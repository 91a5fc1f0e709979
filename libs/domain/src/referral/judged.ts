import type { RuleRef } from '#libs/contracts';
import type { CommandMeta } from '#libs/kernel';
import type { ReferralEvent } from './evolve.js';
import { refTo, type Rulebook } from './rules.js';
import type { Referral } from './state.js';

/** A submission names what its leg is judged by from then on; evidence of delivery is late by the rules of the escalation. */
type NamesItsOwn = 'ReferralSubmitted' | 'EvidenceAdvanced';

type Unnamed<Event> = Event extends { readonly type: NamesItsOwn }
  ? Event
  : Event extends { readonly type: infer Type; readonly data: infer Data }
    ? { readonly type: Type; readonly data: Omit<Data, 'rules'> }
    : never;

/** What a decider says. By which rules, is named for all of them in one place, so that none can leave it out. */
export type ReferralWord = Unnamed<ReferralEvent>;

/**
 * Each event names the version that it was judged by (mission S2): the one that its leg was submitted under, whatever came into
 * force later. What is said before there is a leg is judged by what holds then.
 * @throws TransientError RULES_UNKNOWN, where this process cannot have judged by them
 */
export function judged(
  words: readonly ReferralWord[],
  { meta, state, rulebook }: { readonly meta: CommandMeta; readonly state: Referral; readonly rulebook: Rulebook },
): ReferralEvent[] {
  if (words.length === 0) return [];
  const rules = refTo(state.status === 'NONE' ? rulebook.inForce(meta.now) : rulebook.version(state.rules));
  return words.map((word) => named(word, rules));
}

function named(word: ReferralWord, rules: RuleRef): ReferralEvent {
  return (
    word.type === 'ReferralSubmitted' || word.type === 'EvidenceAdvanced'
      ? word
      : { type: word.type, data: { ...word.data, rules } }
  ) as ReferralEvent;
}
