import { type RecordedEvent, schemasByFingerprint } from '#libs/contracts';
import type { Leg } from '#libs/domain';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';
import type { Words } from './leg-folds.js';

/** That what is said of a leg names the rules that the leg is judged by: those that it was submitted under. */
export class JudgedBy implements Words {
  constructor(private readonly report: Report) {}

  judge(row: JournalRow, event: RecordedEvent, before: Leg): void {
    if (!('rules' in event.data) || before.referral.status === 'NONE') return;
    const { rules } = event.data;
    if (rules === null) {
      if (mustName(row)) this.#found(row, `${event.type} names no rules`);
      return;
    }
    const [set = '', version] = typeof rules === 'string' ? rules.split('/') : [rules.set, rules.version];
    const expected = versionOf(set, event, before);
    if (expected === undefined) return;
    this.report.looked('rules');
    if (Number(version) !== expected)
      this.#found(row, `${event.type} names ${set}/${version}, and its leg is judged by ${set}/${expected}`);
  }

  #found(row: JournalRow, what: string): void {
    this.report.found('rules', 'illegal-history', placeOf(row), what);
  }
}

/** Undefined where the leg has none of its own: it is from before there were any, and judged by those of the time. */
function versionOf(set: string, { type }: RecordedEvent, { referral, escalation }: Leg): number | undefined {
  if (referral.status === 'NONE') return undefined;
  if (set === 'referral') return referral.rules;
  if (set !== 'escalation') return undefined;
  // how it got there, and the word that its escalation begins with, go by what the submission named
  return type === 'EvidenceAdvanced' || escalation.rules === undefined ? referral.delivery?.rules : escalation.rules;
}

/** What an earlier release wrote in the first version of a schema may name none. */
const mustName = ({ fingerprint }: JournalRow): boolean =>
  (schemasByFingerprint.get(fingerprint.toString('hex'))?.version ?? 1) > 1;
