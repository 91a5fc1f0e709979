/**
 * The referral a second time, written by hand from vocabulary 2.3 to 2.6 and not from the code: what an officer with paper and
 * pencil would say that comes of a word. The property test holds both against each other.
 */
export type Who = 'sender' | 'receiver' | 'third' | 'contact' | 'policy' | 'clock';

export interface Word {
  readonly what: string;
  readonly who: Who;
  readonly person: string | null;
  readonly now: number;
  /** Number of the event that is named as a part; 0: the submission. */
  readonly part: number;
  /** Whom a grant, refusal or transfer is about. */
  readonly about: 'third' | 'contact';
  /** How far a receipt shows that it got: relayed 1, available 2, retrieved 3. */
  readonly milestone: 1 | 2 | 3;
  /** How much an acceptance takes on, and on what terms. */
  readonly terms: Terms;
  /** How the country of the contact is linked to the case, as far as the word says so. */
  readonly link: Link;
  /** Where extradition stands, as far as the word says so. */
  readonly extradition: Extradition;
  /** What came of it: a final outcome, or one that more may follow. */
  readonly result: 'CONVICTED' | 'SUSPECT_ARRESTED';
}

/** The second last names no condition, the last names one where there is none to name. */
export type Terms = 'in full' | 'to be consulted' | 'not in court' | 'conditions unsaid' | 'conditions of nothing';
export type Extradition = 'unsaid' | 'REFUSED_NATIONALITY' | 'MAY_BE_NEEDED' | 'GRANTED';
export type Link = 'PROVIDER_ESTABLISHED' | 'DATA_LOCATION' | 'UNKNOWN';

/** `no`: refused. `silent`: nothing new. `event`: something is said, after which the status is `status`. */
export type Answer = 'no' | 'silent' | 'event';

const DAY = 24 * 60 * 60 * 1000;

/** states | who | what | state after (= stays). `*` is any state on the bus. */
const sheet = `
SUBMITTED                                    | receiver | ReceiveReferral      | RECEIVED
SUBMITTED RECEIVED                           | receiver | AcknowledgeReferral  | ACKNOWLEDGED
RECEIVED ACKNOWLEDGED                        | receiver | RequestInformation   | INFO_REQUESTED
INFO_REQUESTED                               | sender   | ProvideInformation   | ACKNOWLEDGED
RECEIVED ACKNOWLEDGED INFO_REQUESTED         | receiver | AcceptReferral       | ACCEPTED
RECEIVED ACKNOWLEDGED INFO_REQUESTED         | receiver | RejectReferral       | REJECTED
RECEIVED ACKNOWLEDGED INFO_REQUESTED         | receiver | ForwardReferral      | FORWARDED
ACCEPTED                                     | receiver | StartWork            | IN_PROGRESS
IN_PROGRESS                                  | receiver | SuspendWork          | ON_HOLD
ON_HOLD                                      | receiver | ResumeWork           | IN_PROGRESS
ACCEPTED IN_PROGRESS ON_HOLD OUTCOME_REPORTED | receiver | ReportOutcome       | OUTCOME_REPORTED
ACCEPTED IN_PROGRESS                         | receiver | OfferHandover        | =
OUTCOME_REPORTED                             | receiver sender | CloseReferral | CLOSED
CLOSED REJECTED EXPIRED                      | sender receiver | ReopenReferral | ACKNOWLEDGED
SUBMITTED RECEIVED ACKNOWLEDGED INFO_REQUESTED | sender | WithdrawReferral     | WITHDRAWN
ACCEPTED IN_PROGRESS ON_HOLD                 | sender   | RequestWithdrawal    | =
ACCEPTED IN_PROGRESS ON_HOLD                 | receiver | ConfirmWithdrawal    | WITHDRAWN
ACCEPTED IN_PROGRESS ON_HOLD                 | receiver | DeclineWithdrawal    | =
SUBMITTED RECEIVED INFO_REQUESTED            | clock    | ExpireReferral       | EXPIRED
*                                            | receiver | NotifyDelay          | =
*                                            | sender receiver policy | SupplementReferral | =
*                                            | sender receiver policy | CorrectReferral | =
*                                            | sender receiver policy | EnterPartInError | =
*                                            | sender policy | EnterReferralInError | ENTERED_IN_ERROR
*                                            | third contact | RequestAccess   | =
*                                            | receiver | GrantAccess          | =
*                                            | receiver | RefuseAccess         | =
*                                            | third contact | RequestTransfer | =
RECEIVED ACKNOWLEDGED INFO_REQUESTED         | receiver | ApproveTransfer      | FORWARDED
ACCEPTED IN_PROGRESS ON_HOLD OUTCOME_REPORTED | receiver | ApproveTransfer     | =
*                                            | receiver | RefuseTransfer       | =
FORWARDED                                    | policy   | ReturnForward        | ACKNOWLEDGED
ACCEPTED IN_PROGRESS ON_HOLD OUTCOME_REPORTED | policy  | ReturnForward        | =
ACCEPTED IN_PROGRESS ON_HOLD OUTCOME_REPORTED | policy  | CompleteHandover     | FORWARDED
*                                            | sender receiver contact policy | OpenConsultation | =
*                                            | sender receiver contact policy | ConcludeConsultation | =
*                                            | sender receiver policy | BundleReferral | =
*                                            | policy | AdvanceEvidence      | =
`;

const rows = sheet
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([from = '', who = '', what = '', to = '']) => ({ from: from.split(' '), who: who.split(' '), what, to }));

/** Words that need a named person. */
const personal = ['AcknowledgeReferral', 'EnterPartInError', 'EnterReferralInError', 'GrantAccess', 'ApproveTransfer'];

/** Said again where it stands already, in the same words: nothing new. */
const saidAlready: Record<string, string> = {
  ReceiveReferral: 'RECEIVED ACKNOWLEDGED',
  AcknowledgeReferral: 'ACKNOWLEDGED',
  RequestInformation: 'INFO_REQUESTED',
  AcceptReferral: 'ACCEPTED',
  RejectReferral: 'REJECTED',
  StartWork: 'IN_PROGRESS',
  SuspendWork: 'ON_HOLD',
  ResumeWork: 'IN_PROGRESS',
  CloseReferral: 'CLOSED',
  ReopenReferral: 'ACKNOWLEDGED',
  WithdrawReferral: 'WITHDRAWN',
  ConfirmWithdrawal: 'WITHDRAWN',
  EnterReferralInError: 'ENTERED_IN_ERROR',
};

type Part = 'information' | 'added by the sender' | 'added by the receiver' | 'outcome' | 'final outcome';

const owner: Record<Part, Who> = {
  information: 'sender',
  'added by the sender': 'sender',
  'added by the receiver': 'receiver',
  outcome: 'receiver',
  'final outcome': 'receiver',
};

const addedBy = (who: Who): Part => (who === 'receiver' ? 'added by the receiver' : 'added by the sender');

/** Where only data lie is custody and never jurisdiction, and of what is not known nothing follows (3.4). */
const isGround = (link: Link): boolean => link === 'PROVIDER_ESTABLISHED';

/** Who accepts on conditions says on which, and who does not has none (2.5, 27(6)). */
const isWhole = (terms: Terms): boolean => terms !== 'conditions unsaid' && terms !== 'conditions of nothing';

export class PaperReferral {
  status = '-';
  private release: 'never asked' | 'refused' | { by: string } = 'never asked';
  /** Number of its event, by which it may be named too. */
  private submission = 0;
  private receiverActed = 0;
  private wantedBack = false;
  /** Where it went or is offered to. */
  private gone: { to: string; offered: boolean } | null = null;
  private readonly parts = new Map<number, Part>();
  /** Numbers of what was said, and stands, of extradition refused for nationality (2.5, 24(6)). */
  private readonly refusals = new Set<number>();
  /** There were more than fit on the sheet: the oldest stand for good. */
  private refusedForGood = false;
  /** Where the receiver says that the person goes after all. */
  private extradited: number | null = null;
  private readonly access = new Set<string>();
  private readonly transfer = new Set<string>();
  private consultation: Who | null = null;
  private bundled = false;
  /** How far it is known to have got: relayed 1, available 2, retrieved 3. */
  private passed = 0;
  private acceptedOn: Terms | null = null;
  /** The contact's country is one of the case (3.4). Once told of it, it is not forgotten. */
  private concernsContact: boolean;

  constructor(
    private readonly priority: 'P1' | 'P3' | 'P4',
    link: Link,
  ) {
    this.concernsContact = isGround(link);
  }

  /** @param number of the first event of the word, if any comes of it */
  hear(word: Word, number: number): Answer {
    if (this.status === '-') return this.hearBefore(word, number);
    const answer = this.judge(word);
    if (answer !== 'event') return answer;
    const to = this.rowOf(word)?.to;
    this.remember(word, number, to === '=');
    if (to !== '=' && to !== undefined) this.arrive(to);
    if (word.who === 'receiver') [this.receiverActed, this.passed] = [word.now, 3];
    return 'event';
  }

  /** Inside the sender's agency: one person asks, another decides, and without being asked nobody may. */
  private hearBefore({ what, who, person, now }: Word, number: number): Answer {
    if (who !== 'sender') return 'no';
    const pending = typeof this.release === 'object' ? this.release : null;
    const second = pending !== null && person !== null && person !== pending.by;
    if (what === 'RequestRelease') {
      if (pending) return 'silent';
      if (person === null) return 'no';
      this.release = { by: person };
      return 'event';
    }
    if (what === 'RefuseRelease' && second) {
      this.release = 'refused';
      return 'event';
    }
    const submits = what === 'SubmitReferral' ? this.release === 'never asked' : what === 'ApproveRelease' && second;
    if (!submits) return 'no';
    this.status = 'SUBMITTED';
    this.submission = what === 'ApproveRelease' ? number + 1 : number; // the release comes first
    this.receiverActed = now;
    return 'event';
  }

  private judge(word: Word): Answer {
    const { what, who } = word;
    if (!rows.some((row) => row.what === what && row.who.includes(who))) return 'no';
    // its country is among those that are asked
    const hasSay = this.concernsContact || this.consultation !== null;
    if (who === 'contact' && what.endsWith('Consultation') && !hasSay) return 'no';
    if (what === 'OpenConsultation' && !isGround(word.link)) return 'no';
    if (what === 'AcceptReferral' && !isWhole(word.terms)) return 'no';
    if (what === 'AcceptReferral' && this.status === 'ACCEPTED' && word.terms !== this.acceptedOn) return 'no';
    if ((what === 'ReturnForward' || what === 'CompleteHandover') && !this.gone) return 'silent';
    if (what === 'CompleteHandover' && !this.gone?.offered) return 'silent';
    if (saidAlready[what]?.split(' ').includes(this.status)) return 'silent';
    if (what === 'ForwardReferral' && this.status === 'FORWARDED' && this.gone?.to === 'target') return 'silent';
    if (what === 'ApproveTransfer' && this.status === 'FORWARDED' && this.gone?.to === word.about) return 'silent';
    // What the bus says too late is no fault of anybody's.
    const ofTheBus = what === 'ExpireReferral' || what === 'ReturnForward' || what === 'CompleteHandover';
    if (!this.rowOf(word)) return ofTheBus ? 'silent' : 'no';
    if (personal.includes(what) && word.person === null && who !== 'policy') return 'no';
    return this.conditions(word);
  }

  private conditions({ what, who, now, part, about, milestone, extradition }: Word): Answer {
    const when = (condition: boolean): Answer => (condition ? 'event' : 'no');
    const isRefused = extradition === 'REFUSED_NATIONALITY';
    // Of a closed case nothing is said that would leave it without its outcome, or somebody to be prosecuted.
    const isClosed = this.status === 'CLOSED';
    const reopens = isClosed && isRefused && this.count('final outcome') === 0;
    switch (what) {
      case 'RequestInformation':
        return when(this.count('information') < 6);
      case 'CloseReferral':
        if (this.gone?.offered || this.outcomes() === 0 || this.isOwed()) return 'no';
        return when(who === 'receiver' || now >= this.receiverActed + 30 * DAY);
      case 'ReportOutcome':
        // What is reported does not follow a case that is on its way to another.
        return when(!isRefused || !this.gone?.offered);
      case 'RequestWithdrawal':
        if (this.wantedBack) return 'silent';
        return when(!this.gone?.offered);
      case 'ConfirmWithdrawal':
        return when(this.wantedBack && !this.gone?.offered);
      case 'DeclineWithdrawal':
        return when(this.wantedBack);
      case 'ExpireReferral': {
        const days = { P1: Infinity, P3: 14, P4: 30 }[this.priority];
        return now >= this.receiverActed + days * DAY ? 'event' : 'silent';
      }
      case 'OfferHandover':
        if (this.gone?.offered) return this.gone.to === 'target' ? 'silent' : 'no';
        return when(!this.wantedBack);
      case 'ApproveTransfer':
        if (this.gone?.offered) return this.gone.to === about ? 'silent' : 'no';
        return when(this.transfer.has(about) && !this.wantedBack);
      case 'SupplementReferral':
        // Each party has ten sheets of its own.
        return when(this.ownerOf(part) === who && this.count(addedBy(who)) < 10 && !reopens);
      case 'CorrectReferral':
        // The words of the test correct the reference, which only a submission has.
        return when(this.isSubmission(part) && who === 'sender' && (!reopens || this.refusals.has(0)));
      case 'EnterPartInError':
        if (this.isSubmission(part) || this.ownerOf(part) !== who) return 'no';
        return when(!isClosed || (this.outcomes(part) > 0 && !this.isOwed(part)));
      case 'EnterReferralInError':
        return when(who === 'sender');
      case 'RequestAccess':
        return this.access.has(who) ? 'silent' : 'event';
      case 'RequestTransfer':
        return this.transfer.has(who) ? 'silent' : 'event';
      case 'GrantAccess':
      case 'RefuseAccess':
        return when(this.access.has(about));
      case 'RefuseTransfer':
        return when(this.transfer.has(about));
      case 'OpenConsultation':
        if (who === 'policy') return 'no'; // nothing was said on an earlier leg
        if (this.consultation === null) return 'event';
        return this.consultation === who ? 'silent' : 'no';
      case 'ConcludeConsultation':
        return when(this.consultation !== null && who !== 'policy');
      case 'AdvanceEvidence':
        return milestone > this.passed ? 'event' : 'silent';
      case 'BundleReferral':
        if (this.bundled) return 'silent';
        return when(this.priority !== 'P1');
      default:
        return 'event';
    }
  }

  private remember(word: Word, number: number, stays: boolean): void {
    const { what, who, part, about, milestone, terms, link } = word;
    this.hearOfExtradition(word, number);
    if (what === 'AcceptReferral') this.acceptedOn = terms;
    if (what === 'SupplementReferral' && isGround(link)) this.concernsContact = true;
    if (what === 'ProvideInformation') this.parts.set(number, 'information');
    if (what === 'SupplementReferral') this.parts.set(number, addedBy(who));
    if (what === 'ReportOutcome') this.keepOutcome(this.numberOfReport(number), word.result);
    if (what === 'EnterPartInError') this.parts.delete(part);
    if (what === 'RequestWithdrawal') this.wantedBack = true;
    if (what === 'DeclineWithdrawal') this.wantedBack = false;
    if (what === 'OfferHandover') this.gone = { to: 'target', offered: true };
    if (what === 'ForwardReferral') this.gone = { to: 'target', offered: false };
    if (what === 'ApproveTransfer') this.gone = { to: about, offered: stays };
    if (what === 'CompleteHandover' && this.gone) this.gone = { ...this.gone, offered: false };
    if (what === 'ReturnForward') this.gone = null;
    if (what === 'RequestAccess') this.access.add(who);
    if (what === 'RequestTransfer') this.transfer.add(who);
    if (what === 'GrantAccess' || what === 'RefuseAccess') this.access.delete(about);
    if (what === 'RefuseTransfer' || what === 'ApproveTransfer') this.transfer.delete(about);
    if (what === 'OpenConsultation') this.consultation = who;
    if (what === 'ConcludeConsultation') this.consultation = null;
    if (what === 'BundleReferral') this.bundled = true;
    if (what === 'AdvanceEvidence') this.passed = milestone;
  }

  private arrive(to: string): void {
    this.status = to;
    if (!['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'].includes(to)) this.wantedBack = false;
  }

  /** Who reports while it is asked to let the case go says first that it does not. */
  private numberOfReport(number: number): number {
    return this.wantedBack ? number + 1 : number;
  }

  /** There is room for eight; for another the oldest is put away, a final one last, where nobody corrects it any more. */
  private keepOutcome(number: number, result: Word['result']): void {
    const oldest = (kind: Part) => [...this.parts].find(([, each]) => each === kind)?.[0];
    const goes = oldest('outcome') ?? oldest('final outcome');
    if (this.outcomes() === 8 && goes !== undefined) this.parts.delete(goes);
    this.parts.set(number, result === 'CONVICTED' ? 'final outcome' : 'outcome');
  }

  private hearOfExtradition({ what, who, part, extradition }: Word, number: number): void {
    if (what === 'EnterPartInError') this.unsay(part);
    if (extradition === 'unsaid') return;
    if (what === 'CorrectReferral') this.state(0, who, extradition);
    if (what === 'SupplementReferral') this.state(number, who, extradition);
    if (what === 'ReportOutcome') this.state(this.numberOfReport(number), who, extradition);
  }

  /** Nothing that is said later of another kind ends what was refused, but the receiver's word that the person goes. */
  private state(number: number, who: Who, extradition: Extradition): void {
    if (extradition === 'REFUSED_NATIONALITY') {
      if (this.refusals.has(number)) return;
      this.extradited = null;
      this.refusals.add(number);
      this.makeRoom();
      return;
    }
    this.unsay(number);
    if (extradition === 'GRANTED' && who === 'receiver') this.extradited = number;
  }

  private makeRoom(): void {
    if (this.refusals.size + (this.refusedForGood ? 1 : 0) <= 4) return;
    this.refusedForGood = true;
    for (const oldest of [...this.refusals].slice(0, this.refusals.size - 3)) this.refusals.delete(oldest);
  }

  private unsay(number: number): void {
    this.refusals.delete(number);
    if (this.extradited === number) this.extradited = null;
  }

  /** Somebody is to be prosecuted, or the end of that to be told. @param without as if this had not been said */
  private isOwed(without?: number): boolean {
    const isRefused = this.refusedForGood || [...this.refusals].some((number) => number !== without);
    const isExtradited = this.extradited !== null && this.extradited !== without;
    const isTold = [...this.parts].some(([number, kind]) => kind === 'final outcome' && number !== without);
    return isRefused && !isExtradited && !isTold;
  }

  private outcomes(without?: number): number {
    return [...this.parts].filter(([number, kind]) => kind.endsWith('outcome') && number !== without).length;
  }

  private count(kind: Part): number {
    return [...this.parts.values()].filter((each) => each === kind).length;
  }

  private isSubmission(part: number): boolean {
    return part === 0 || part === this.submission;
  }

  private ownerOf(part: number): Who | null {
    if (this.isSubmission(part)) return 'sender';
    const kind = this.parts.get(part);
    return kind === undefined ? null : owner[kind];
  }

  private rowOf({ what, who }: Word): { to: string } | undefined {
    return rows.find(
      (row) => row.what === what && row.who.includes(who) && (row.from.includes(this.status) || row.from.includes('*')),
    );
  }
}
