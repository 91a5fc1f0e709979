import { v7 } from 'uuid';
import type { Speaker } from './speaker.js';

/** Where a talk takes place. */
export interface Place {
  /** An agency, or a client by its id. */
  readonly of: (name: string) => Speaker;
  readonly operator: Speaker;
  /** Another person of the operator: who takes part, and by which rules, takes two. */
  readonly second: Speaker;
  /** Lets a time pass that the seed chooses, so that a fault comes between any two words. */
  readonly pause: () => Promise<void>;
}

/** What must stand in the log of a leg, in its order, but for what the bus says by itself of deadlines and evidence. */
export interface Spoken {
  readonly leg: string;
  readonly events: string;
}

export type Talk = (place: Place) => Promise<readonly Spoken[]>;

const DAY_MS = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
export const today = (): string => new Date().toISOString().slice(0, 10);

export const referral = (agency: string, level: 'P2' | 'P3' = 'P3') => ({
  to: { agency },
  reference: `TALK-${v7()}`,
  incident: { offenceType: 'SOLICITATION', modifiers: [] },
  files: [{ kind: 'CHAT_LOG', count: 1 }],
  nexus: [{ country: agency.slice(0, 2), basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' }],
  priority: { level, reasons: [level === 'P2' ? 'CONTACT_ACCESS' : 'IDENTIFIED_SUSPECT'] },
  synthetic: true,
});
export const SUBMITTED = 'ReferralSubmitted PrioritySet';
