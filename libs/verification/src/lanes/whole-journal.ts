import { ClockTimes } from '../checks/clock-times.js';
import { ClockWords } from '../checks/clock-words.js';
import { HeldKeys } from '../checks/held-keys.js';
import { JudgedBy } from '../checks/judged-by.js';
import { OnwardLegs } from '../checks/onward-legs.js';
import { OnwardWords } from '../checks/onward-words.js';
import { References } from '../checks/references.js';
import { SubmittedUnder } from '../checks/submitted-under.js';
import { UniqueEvents } from '../checks/unique-events.js';
import type { JournalReader } from '../readers/journal-reader.js';
import type { Report } from '../report.js';
import type { JournalChecks } from './journal-pass.js';

/** What is judged over all lanes, whatever passes they are read in. */
export type WholeChecks = Omit<JournalChecks, 'opened'>;

/** The checks of one snapshot of the journal, by the rules that are published in it. */
export async function beginChecks(journal: JournalReader, report: Report): Promise<WholeChecks> {
  const published = await journal.publishedRules();
  const rules = await journal.clockRules(published);
  return {
    report,
    unique: new UniqueEvents(report),
    keys: new HeldKeys(report, journal.now),
    references: new References(report),
    onward: new OnwardLegs(report, journal.busNow),
    clocks: new ClockTimes(report, rules),
    words: [
      new ClockWords(report, rules),
      new OnwardWords(report, rules),
      new JudgedBy(report),
      new SubmittedUnder(report, published),
    ],
  };
}

/** After the last pass over these lanes. */
export async function endChecks(
  journal: JournalReader,
  lanes: readonly number[],
  { keys, onward }: WholeChecks,
): Promise<void> {
  for await (const key of journal.keys(lanes)) keys.compare(key);
  keys.end();
  onward.end(new Set(lanes));
}
