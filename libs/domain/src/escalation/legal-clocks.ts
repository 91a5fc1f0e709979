/** How sure a fact is: V read in a primary text, S in a secondary one, U known but not confirmed (vocabulary, evidence marks). */
export type EvidenceMark = 'V' | 'S' | 'U';

/** A time that the law sets. Levels are anchored on these; what is marked U is a question and nothing is anchored on it. */
export interface LegalClock {
  readonly minutes: number;
  readonly says: string;
  readonly source: string;
  readonly mark: EvidenceMark;
}

const HOUR = 60;
const DAY = 24 * HOUR;

const clock = (minutes: number, says: string, source: string, mark: EvidenceMark): LegalClock => ({
  minutes,
  says,
  source,
  mark,
});

const POLICE = 'Directive (EU) 2023/977, article 5, from a published translation';
const EVIDENCE = 'Regulation (EU) 2023/1543, articles 10 to 12';

/** The clocks of vocabulary 1.2 and 3.3. */
export const legalClocks = {
  'EU-LEIE-URGENT': clock(
    8 * HOUR,
    'Urgent request between police forces, directly accessible information.',
    POLICE,
    'V',
  ),
  'EU-LEIE-URGENT-INDIRECT': clock(3 * DAY, 'Urgent request, indirectly accessible information.', POLICE, 'V'),
  'EU-LEIE': clock(7 * DAY, 'Any other request between police forces.', POLICE, 'V'),
  'EU-EPOC': clock(10 * DAY, 'Production by a provider.', EVIDENCE, 'V'),
  'EU-EPOC-EMERGENCY': clock(8 * HOUR, 'Production by a provider in an emergency.', EVIDENCE, 'V'),
  'EU-EPOC-OBJECTION': clock(10 * DAY, 'Objection of the enforcing authority.', EVIDENCE, 'V'),
  'EU-EPOC-OBJECTION-EMERGENCY': clock(
    96 * HOUR,
    'Objection of the enforcing authority in an emergency.',
    EVIDENCE,
    'V',
  ),
  'EU-EPOC-PR': clock(60 * DAY, 'Preservation by a provider; 30 days more on request.', EVIDENCE, 'V'),
  'EU-EPOC-VALIDATION': clock(48 * HOUR, 'Validation after an emergency order for subscriber data.', EVIDENCE, 'S'),
  'COE-185-ART29': clock(60 * DAY, 'Preservation across borders, at least.', 'Budapest Convention, article 29(7)', 'V'),
  'COE-185-ART16': clock(
    90 * DAY,
    'Domestic preservation, at most; renewable.',
    'Budapest Convention, article 16(2)',
    'V',
  ),
  'EU-EIO': clock(30 * DAY, 'Recognition of an investigation order.', 'Directive 2014/41/EU', 'U'),
  'EU-EIO-EXECUTION': clock(90 * DAY, 'Execution of an investigation order.', 'Directive 2014/41/EU', 'U'),
  'EU-EIO-PROVISIONAL': clock(24 * HOUR, 'Provisional measures.', 'Directive 2014/41/EU', 'U'),
} as const satisfies Record<string, LegalClock>;

export type LegalClockCode = keyof typeof legalClocks;

/** Those that may be shown as facts, with how sure they are. */
export const knownLegalClocks: readonly (readonly [string, LegalClock])[] = Object.entries<LegalClock>(
  legalClocks,
).filter(([, { mark }]) => mark !== 'U');
