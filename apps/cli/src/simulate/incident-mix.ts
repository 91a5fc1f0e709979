import type { Modifier, OffenceType, Priority, PriorityReason } from '#libs/contracts';
import type { Prng, Weighted } from './prng.js';

type Level = Exclude<Priority, 'UNKNOWN'>;

export const priorities: Weighted<Level> = [
  ['P1', 2],
  ['P2', 8],
  ['P3', 40],
  ['P4', 50],
];

/** What is reported at each level (vocabulary 1.3, 5.3). */
export const incidentTypes: Readonly<Record<Level, Weighted<OffenceType>>> = {
  P1: [
    ['PERFORMANCE', 4],
    ['SEXUAL_EXTORTION', 4],
    ['SOLICITATION', 3],
    ['SEXUAL_ABUSE_CONTACT', 2],
  ],
  P2: [
    ['SEXUAL_EXTORTION', 5],
    ['CSAM_PRODUCTION', 3],
    ['SOLICITATION', 3],
    ['TRAVEL_TOURISM', 1],
    ['TRAFFICKING', 1],
  ],
  P3: [
    ['CSAM_DISTRIBUTION', 10],
    ['CSAM_POSSESSION', 6],
    ['SOLICITATION', 4],
    ['CSAM_OFFERING', 2],
    ['COMMUNITY_FACILITATION', 1],
  ],
  P4: [
    ['CSAM_DISTRIBUTION', 12],
    ['CSAM_ACCESS', 3],
    ['CSAM_POSSESSION', 3],
    ['OTHER_CSEA', 2],
  ],
};

/** Reasons that fit the level (vocabulary 1.3); the first list gives one, the second may add to it. */
const reasons: Readonly<
  Record<Level, { readonly one: readonly PriorityReason[]; readonly more: readonly PriorityReason[] }>
> = {
  P1: {
    one: ['LIFE_THREAT', 'SELF_HARM_RISK', 'LIVE_ABUSE', 'MEETING_ARRANGED', 'CHILD_MISSING'],
    more: ['EXTORTION_ACTIVE', 'VULNERABLE_CHILD'],
  },
  P2: {
    one: ['EXTORTION_ACTIVE', 'CONTACT_ACCESS', 'ONGOING_ABUSE_SIGNS', 'EVIDENCE_LOSS'],
    more: ['REPEAT_OFFENDER', 'MULTIPLE_VICTIMS'],
  },
  P3: { one: ['IDENTIFIED_SUSPECT', 'IDENTIFIED_VICTIM'], more: ['TRAVEL_IMMINENT', 'MULTIPLE_VICTIMS'] },
  P4: { one: ['KNOWN_MATERIAL_ONLY', 'NO_IDENTIFIERS', 'INFORMATIONAL'], more: [] },
};

export function reasonsOf(prng: Prng, level: Level): PriorityReason[] {
  const { one, more } = reasons[level];
  return [prng.pick(one), ...prng.some(more, 1)];
}

const fitting: Partial<Readonly<Record<OffenceType, readonly Modifier[]>>> = {
  PERFORMANCE: ['LIVE_STREAMED', 'ORGANISED_GROUP', 'FAMILY'],
  SEXUAL_EXTORTION: ['FINANCIAL_EXTORTION', 'SELF_GENERATED_CLAIMED', 'SADISTIC_ONLINE_EXPLOITATION'],
  SOLICITATION: ['CSAM_SOLICITED', 'POSITION_OF_TRUST', 'END_TO_END_ENCRYPTED'],
  CSAM_PRODUCTION: ['FIRST_GENERATION', 'FAMILY', 'POSITION_OF_TRUST'],
};
const frequent: readonly Modifier[] = [
  'KNOWN_MATERIAL',
  'GENERATIVE_AI',
  'VIRAL_OR_MEME',
  'END_TO_END_ENCRYPTED',
  'MULTIPLE_VICTIMS',
];

export function modifiersOf(prng: Prng, offenceType: OffenceType, level: Level): Modifier[] {
  if (level === 'P4') return prng.some<Modifier>(['KNOWN_MATERIAL', 'VIRAL_OR_MEME', 'SPAM', 'GENERATIVE_AI'], 2);
  return prng.some(fitting[offenceType] ?? frequent, 2);
}
