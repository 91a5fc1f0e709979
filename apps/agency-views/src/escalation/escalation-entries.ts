import type { Duty, EscalationReply, OnwardObstacle, OnwardReply, Party, Priority, VoiceResult } from '#libs/contracts';
import type { TimelineRow } from '../timeline/timeline.entity.js';
import type { EscalationView } from './escalation-view.js';

type Said<Fields> = Omit<TimelineRow, 'data'> & { readonly data: Fields };
interface Times {
  readonly countedFrom: string;
  readonly dueAt: string;
}

/** A desk that was closed; left out of steps from before anybody looked. */
type Closed = Party & { readonly opensAt: string | null };

/** What the timeline shows of these events (timeline/entry-data.ts). */
export interface Shown {
  readonly DeadlineMissed: Said<Times & { duty: Duty; level: Priority; responsible: Party }>;
  readonly EscalationRaised: Said<
    Times & { step: number; cause: Duty; level: Priority; to: readonly Party[]; unfilled: string[]; closed?: Closed[] }
  >;
  readonly EscalationAnswered: Said<{ step: number; cause: Duty; reply: EscalationReply }>;
  readonly OnwardRefused: Said<Omit<EscalationView['refusedOnward'][number], 'at' | 'rules' | 'answer'>>;
  readonly OnwardRefusalAnswered: Said<{
    causes: readonly OnwardObstacle[];
    reply: OnwardReply;
    competent: Party | null;
  }>;
  readonly VoiceContactRecorded: Said<{ at: string; result: VoiceResult }>;
}
export type Raised = Shown['EscalationRaised'];
export type Answered = Shown['EscalationAnswered'];

export const saidOf = <Type extends keyof Shown>(entries: readonly TimelineRow[], type: Type): Shown[Type][] =>
  entries.filter((entry) => entry.type === type) as Shown[Type][];

export const isoOf = (at: number): string => new Date(at).toISOString();

type Someone = EscalationView['answers'][number]['by'];

export const someone = ({ agency, role, country }: Party, named: boolean): Someone => ({
  agency: named ? agency : null,
  role,
  country,
});

/** Closed desks of a step, and whether others were called upon instead. */
export const closedOf = ({ to, closed = [] }: Raised['data']): (Closed & { readonly passedOver: boolean })[] =>
  closed.map((desk) => ({
    ...desk,
    passedOver: !to.some((party) => sameDesk(party, desk)),
  }));

export const sameDesk = (one: Party, other: Party): boolean => one.agency === other.agency && one.role === other.role;
