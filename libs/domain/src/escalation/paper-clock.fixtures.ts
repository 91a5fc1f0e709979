/**
 * The clocks a second time, written by hand from vocabulary 1.3 and not from the code: an officer with a paper and a wrist watch
 * goes through the minutes since the referral came and writes down what should be said. Times are in minutes since then.
 */
export type PaperLevel = 'P1' | 'P2' | 'P3' | 'P4';

const HOUR = 60;
const DAY = 24 * HOUR;

/** All times of the sheet lie on this grid. */
export const GRID = 5;

/** What is owed, within how long, and how long before it is warned of. */
const sheet: Record<PaperLevel, readonly (readonly [duty: string, within: number, warn: number])[]> = {
  P1: [
    ['VOICE_CONTACT', 15, 5],
    ['ACKNOWLEDGE', 30, 15],
    ['PRESERVATION', 2 * HOUR, 30],
    ['FIRST_ACTION', 4 * HOUR, HOUR],
    ['SAFEGUARDING', 4 * HOUR, HOUR],
    ['FIRST_ACTION_LIMIT', 8 * HOUR, HOUR],
  ],
  P2: [
    ['ACKNOWLEDGE', 8 * HOUR, 2 * HOUR],
    ['PRESERVATION', 24 * HOUR, 4 * HOUR],
    ['FIRST_ACTION', 24 * HOUR, 4 * HOUR],
    ['SAFEGUARDING', 24 * HOUR, 4 * HOUR],
  ],
  P3: [
    ['ACKNOWLEDGE', DAY, 6 * HOUR],
    ['PRESERVATION', 7 * DAY, DAY],
    ['FIRST_ACTION', 3 * DAY, DAY],
  ],
  P4: [
    ['ACKNOWLEDGE', 3 * DAY, DAY],
    ['FIRST_ACTION', 7 * DAY, 2 * DAY],
  ],
};

const ladders: Record<PaperLevel, readonly number[]> = {
  P1: [15, 30, 60],
  P2: [8 * HOUR, 16 * HOUR, 24 * HOUR],
  P3: [DAY, 3 * DAY],
  P4: [3 * DAY, 7 * DAY],
};

/** Minutes within which the referral is to be relayed, available and retrieved. */
const way: Record<PaperLevel, readonly [relayed: number, available: number, retrieved: number]> = {
  P1: [5, 5, 10],
  P2: [10, 10, 2 * HOUR],
  P3: [30, 30, 8 * HOUR],
  P4: [HOUR, HOUR, DAY],
};
const milestones = ['RELAYED', 'AVAILABLE', 'RETRIEVED'];

const statusWarnings: Record<PaperLevel, number> = { P1: HOUR, P2: 4 * HOUR, P3: 2 * DAY, P4: 5 * DAY };
const expiries: Partial<Record<PaperLevel, number>> = { P3: 14 * DAY, P4: 30 * DAY };

export class PaperClock {
  status = 'SUBMITTED';
  voice = false;
  safeguarded = false;
  preserved = false;
  /** Minute of the receiver's last act, or of the submission. */
  acted = 0;
  /** From when it is counted: the receipt, or the revival. */
  from = 0;
  reviewAt: number | null = null;
  answered = false;
  /** How many milestones it passed. */
  passed = 0;
  private readonly lost = new Set<string>();
  private readonly warned = new Set<string>();
  private readonly missed = new Set<string>();
  private climbed: { duty: string; from: number; step: number } | null = null;

  constructor(public level: PaperLevel) {}

  /** The receiver said something: what is owed again and again is owed anew. */
  act(minute: number): void {
    this.acted = minute;
    this.passed = milestones.length;
    for (const duty of ['STATUS_UPDATE', 'EXPIRY']) {
      this.warned.delete(duty);
      this.missed.delete(duty);
    }
  }

  revive(minute: number): void {
    this.from = minute;
    this.warned.clear();
    this.missed.clear();
    this.climbed = null;
    this.answered = false;
  }

  arrive(status: string): void {
    if (this.status === 'ON_HOLD') this.reviewAt = null;
    this.warned.delete('REVIEW');
    this.status = status;
  }

  /** A receipt: it got as far as this milestone, counted from 1. */
  arriveAt(milestone: number): void {
    this.passed = Math.max(this.passed, milestone);
  }

  answer(): void {
    this.answered = true;
  }

  get raised(): boolean {
    return this.climbed !== null;
  }

  /** What should be said by a look at the watch at this minute, a line each, in order. */
  look(now: number): string[] {
    const said: string[] = [];
    for (let minute = 0; minute <= now; minute += GRID) {
      for (let line = this.at(minute); line.length > 0; line = this.at(minute)) said.push(...line);
    }
    return said;
  }

  private at(minute: number): string[] {
    if (this.hasEnded()) return [];
    return (
      this.notice(minute) ?? this.warn(minute) ?? this.miss(minute) ?? this.raise(minute) ?? this.expire(minute) ?? []
    );
  }

  private hasEnded(): boolean {
    return ['CLOSED', 'REJECTED', 'FORWARDED', 'WITHDRAWN', 'EXPIRED', 'ENTERED_IN_ERROR'].includes(this.status);
  }

  /** What did not arrive in its time, while nobody has said a word there. */
  private notice(minute: number): string[] | null {
    if (this.status !== 'SUBMITTED') return null;
    const gone = milestones.filter(
      (name, index) => index >= this.passed && way[this.level][index] === minute && !this.lost.has(name),
    );
    for (const name of gone) this.lost.add(name);
    return gone.length > 0 ? [`${minute}m NOT ${gone.join(' ')}`] : null;
  }

  private warn(minute: number): string[] | null {
    const half = this.expiry() !== null ? this.acted + (this.expiry() ?? 0) / 2 : null;
    const due: [string, number, number][] = [
      ...(half === null ? [] : ([['EXPIRY', half, this.acted + (this.expiry() ?? 0)]] as [string, number, number][])),
      ...(this.reviewAt === null ? [] : ([['REVIEW', this.reviewAt, this.reviewAt]] as [string, number, number][])),
      ...this.owed().map(([duty, end, before]) => [duty, end - before, end] as [string, number, number]),
    ];
    const found = due.find(([duty, when]) => when === minute && !this.warned.has(duty) && !this.missed.has(duty));
    if (!found) return null;
    this.warned.add(found[0]);
    return [`WARNED ${found[0]} of ${found[2]}m`];
  }

  private miss(minute: number): string[] | null {
    const found = this.owed().find(([duty, end]) => end === minute && !this.missed.has(duty));
    if (!found) return null;
    const [duty] = found;
    const stillClimbing = this.climbing() && (this.climbed?.step ?? 0) < ladders[this.level].length;
    this.missed.add(duty);
    const line = `${minute}m MISSED ${duty} ${this.level}`;
    if (duty === 'ACKNOWLEDGE' || stillClimbing) return [line];
    this.climbed = { duty, from: minute - (ladders[this.level][0] ?? 0), step: 1 };
    this.answered = false;
    return [line, `${minute}m RAISED 1 for ${duty}`];
  }

  private raise(minute: number): string[] | null {
    const step = (this.climbed?.step ?? 0) + 1;
    const after = ladders[this.level][step - 1];
    if (after === undefined) return null;
    const climbed = this.climbing();
    if (!climbed && (this.isDone('ACKNOWLEDGE') || this.answered)) return null;
    const { duty, from } = climbed ?? { duty: 'ACKNOWLEDGE', from: this.from };
    if (from + after !== minute) return null;
    this.climbed = { duty, from, step };
    return [`${minute}m RAISED ${step} for ${duty}`];
  }

  private climbing(): { duty: string; from: number } | null {
    return this.climbed && !this.answered && !this.isDone(this.climbed.duty) ? this.climbed : null;
  }

  private expire(minute: number): string[] | null {
    const days = this.expiry();
    if (days === null || this.acted + days !== minute) return null;
    this.arrive('EXPIRED');
    return ['ReferralExpired'];
  }

  private expiry(): number | null {
    return ['SUBMITTED', 'RECEIVED', 'INFO_REQUESTED'].includes(this.status) ? (expiries[this.level] ?? null) : null;
  }

  private owed(): (readonly [string, number, number])[] {
    const timed = sheet[this.level]
      .filter(([duty]) => !this.isDone(duty))
      .map(([duty, within, warn]) => [duty, this.from + within, warn] as const);
    const every = this.statusEvery();
    if (every === null) return timed;
    const since = Math.max(this.acted, this.from, this.reviewAt ?? 0);
    return [...timed, ['STATUS_UPDATE', since + every, statusWarnings[this.level]]];
  }

  private statusEvery(): number | null {
    if (!this.isDone('ACKNOWLEDGE')) return null;
    if (this.level === 'P1') return 4 * HOUR;
    if (this.level === 'P2') return this.isDone('FIRST_ACTION') ? 7 * DAY : DAY;
    return this.level === 'P3' ? 14 * DAY : 30 * DAY;
  }

  private isDone(duty: string): boolean {
    if (duty === 'ACKNOWLEDGE') return !['SUBMITTED', 'RECEIVED'].includes(this.status);
    if (duty.startsWith('FIRST_ACTION'))
      return !['SUBMITTED', 'RECEIVED', 'ACKNOWLEDGED', 'INFO_REQUESTED'].includes(this.status);
    if (duty === 'VOICE_CONTACT') return this.voice;
    if (duty === 'SAFEGUARDING') return this.safeguarded;
    if (duty === 'PRESERVATION') return this.preserved;
    return !this.missed.has(duty);
  }
}
