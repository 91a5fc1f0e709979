import type { Agencies } from '../bus/agencies.js';
import type { ReaderKind } from '../bus/reader.js';
import type { Outside } from '../bus/outside.js';
import { AnswerLaw } from './answer-law.js';
import { EffectLaw } from './effect-law.js';
import { JournalLaw } from './journal-law.js';
import { TopicLaw } from './topic-law.js';

/** Alarms that nothing which is planned here may cause. */
const FALSE_ALARMS: ReadonlySet<string> = new Set([
  'LANE_STOPPED',
  'LANE_FAILING',
  'LANE_AHEAD_OF_JOURNAL',
  'LANE_DIVERGES_FROM_JOURNAL',
  'POSITION_MISSING',
  'EVENT_UNSHIPPABLE',
  'ALIEN_RECORD',
]);

/** Everything that must hold, at every step and in the end. */
export class Laws {
  readonly #agencies: Agencies;
  readonly #journal: JournalLaw;
  readonly #topics: TopicLaw;
  readonly #effects: EffectLaw;

  constructor(outside: Outside, agencies: Agencies, kinds: readonly ReaderKind[]) {
    const { world, journalTables, broker } = outside;
    this.#agencies = agencies;
    this.#journal = new JournalLaw(world, journalTables);
    this.#topics = new TopicLaw(world, broker, journalTables, this.#journal);
    this.#effects = new EffectLaw(outside, this.#journal, kinds);
    const answers = new AnswerLaw(world, this.#journal);
    outside.journal.onCommit = (changes) => {
      this.#journal.committed(changes);
      this.#topics.committed(changes);
    };
    outside.views.onCommit = (changes) => this.#effects.committed(changes);
    broker.onAppended = (topic, lane, records) => this.#topics.appended(topic, lane, records);
    agencies.onAnswer = (standing) => answers.answered(standing);
    agencies.onTurnedAway = ({ request }, code) => {
      if (code === 'LANE_INCONSISTENT') world.broken('JOURNAL_CONTRADICTED', request);
    };
    outside.onAlarm = (process, code) => {
      if (FALSE_ALARMS.has(code)) world.broken('FALSE_ALARM', `${code} of ${process}`);
    };
  }

  /** What is still to come; null when everything accepted is on the topics and applied, and every errand answered. */
  unfinished(): string | null {
    const [open] = this.#agencies.open;
    if (open) return `no answer to ${open.request}`;
    return this.#topics.unshipped() ?? this.#topics.missing() ?? this.#effects.behind();
  }

  /** Once nothing is to come. */
  compare(): void {
    this.#effects.compareViews();
  }
}
