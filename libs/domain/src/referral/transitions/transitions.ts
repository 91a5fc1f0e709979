import type { BusEvent } from '#libs/contracts';
import { type EscalationCommandName, escalationWords } from '../../escalation/words.js';
import { atAnyTime } from './at-any-time.js';
import { inWork } from './in-work.js';
import type { SubmittedStatus, Transition } from './transition.js';
import { untilDecided } from './until-decided.js';

/**
 * The referral leg (vocabulary 2.3 whole): one row a command. Deciders ask it who may speak and from where, states are folded
 * by it, docs/domain.md and its diagram are made from it.
 */
export const transitions = { ...untilDecided, ...inWork, ...atAnyTime } as const;

export type CommandName = keyof typeof transitions;

/** The words of a leg, whatever its family. */
export type LegCommandName = CommandName | EscalationCommandName;

const rows: Readonly<Record<LegCommandName, Transition>> = { ...transitions, ...escalationWords };

/** A row with its optional columns. */
export function transitionOf(command: LegCommandName): Transition {
  return rows[command];
}

/** How a command is said over HTTP: its words with hyphens, of which the path has said already what they are about. */
export function routeOf(command: LegCommandName): string {
  return command
    .replace(/Referral|(?<=Answer)Escalation/, '')
    .replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
}

const arrivals: ReadonlyMap<string, SubmittedStatus> = new Map(
  Object.values<Transition>(transitions)
    .flatMap(({ moves }) => moves)
    .flatMap(({ event, to }) => (to === 'STAYS' ? [] : [[event, to] as const])),
);

/** Where this event brings its leg; null when the leg stays where it is. */
export function arrivalOf(event: BusEvent): SubmittedStatus | null {
  if (event.type === 'ForwardReturned' && event.data.offer) return null;
  if (event.type === 'EnteredInError' && event.data.part !== null) return null;
  return arrivals.get(event.type) ?? null;
}
