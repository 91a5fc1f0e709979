import type { RecordedEvent } from '#libs/contracts';
import { drivingGrade, type Leg, obstacleTo, type ReferralRules } from '#libs/domain';
import { type JournalRow, placeOf } from '../journal-row.js';
import type { Report } from '../report.js';
import type { ClockRules } from './clock-times.js';
import type { Words } from './leg-folds.js';

/** That a case was not let go on, looked for again in the state before it and the rules that the leg is judged by. */
export class OnwardWords implements Words {
  constructor(
    private readonly report: Report,
    private readonly rules: ClockRules,
  ) {}

  judge(row: JournalRow, event: RecordedEvent, { referral, escalation }: Leg): void {
    if (event.type !== 'OnwardRefused' || referral.status === 'NONE') return;
    const rules = this.#rulesOf(referral.rules);
    if (!rules) return;
    this.report.looked('rules');
    const { cause, level, limit, holder, originCountry, to } = event.data;
    const obstacle = obstacleTo(to, referral, rules);
    if (obstacle?.cause !== cause || obstacle.limit !== limit)
      this.#found(row, `refused for ${cause}, and its rules and its chain give ${obstacle?.cause ?? 'no obstacle'}`);
    if (holder.agency !== referral.receiver || originCountry !== referral.originCountry)
      this.#found(row, 'the ends that it names are not those of the case');
    if (level !== drivingGrade(escalation)?.level) this.#found(row, `${level} does not drive it`);
    if (escalation.stuck?.includes(cause)) this.#found(row, `${cause} was told before`);
  }

  #rulesOf(version: number): ReferralRules | null {
    try {
      return this.rules?.version(version) ?? null;
    } catch {
      return null; // rules of a newer version: nothing is known here of what they say
    }
  }

  #found(row: JournalRow, what: string): void {
    this.report.found('rules', 'illegal-history', placeOf(row), `OnwardRefused: ${what}`);
  }
}
