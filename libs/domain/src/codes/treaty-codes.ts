import type { InstrumentStanding } from '../rules/instruments.js';
import type { TreatyObstacle, TreatyRow } from '../rules/treaties.js';
import { codeList } from './code-list.js';

/** How a State stands to an instrument, and what stands against an instrument as basis between States. */
export const treatyCodes = {
  TreatyStatus: codeList<TreatyRow['status']>('3.1, 3.2 R3.1', {
    party: 'It is a party. With the date from which it is one, that can be a basis.',
    'party-inferred': 'That it is a party follows from another treaty, and nobody has confirmed it: no basis alone.',
    unverified: 'A source that could not be checked has it as a party: no basis alone.',
    signatory: 'It has signed, and is no party.',
    invited: 'It was invited to join, and is no party.',
  }),
  TreatyObstacle: codeList<TreatyObstacle>('3.2 R3.1, R3.4; the names are proposed here', {
    NOT_IN_FORCE: 'The instrument is not in force.',
    LAPSED: 'The instrument has lapsed.',
    NOT_PUBLISHED: 'No version of its parties held at that time.',
    NOT_A_PARTY: 'The State is not named, has only signed, or was only invited.',
    UNVERIFIED: 'Nobody has confirmed that the State is a party.',
    UNDATED: 'From when on the State is a party is not known.',
    NOT_YET_IN_FORCE: 'For that State the instrument came into force only later.',
    RESERVED: 'The State has reserved the article that is relied upon.',
  }),
  InstrumentStanding: codeList<InstrumentStanding>('3.2 R3.4, 3.3', {
    IN_FORCE: 'It can be relied upon, where its parties are known.',
    NOT_IN_FORCE: 'It is not in force: no basis alone.',
    LAPSED: 'It was in force, and is no more: no basis alone.',
  }),
};
