import type { Chance } from '../world/chance.js';
import type { Size } from './size.js';

/** Names of the processes by what they are; a run has some of each kind that it has at all. */
const MEMBERS = {
  writers: ['writer-a', 'writer-b'],
  shippers: ['relay-a', 'relay-b'],
  views: ['views-a', 'views-b'],
  trail: ['trail-a', 'trail-b'],
  escalations: ['escal-a', 'escal-b'],
} as const;

export type Kind = keyof typeof MEMBERS;
export type Members = Readonly<Record<Kind, readonly string[]>>;

const READERS: readonly Kind[] = ['views', 'trail', 'escalations'];

/** Who takes part in a run. */
export function membersOf(chance: Chance, { otherReaders }: Size): Members {
  const some = (kind: Kind, count: number): string[] => MEMBERS[kind].slice(0, count);
  const always = chance.one(READERS);
  const reader = (kind: Kind): string[] =>
    kind === always || chance.happens(otherReaders) ? some(kind, 1 + chance.below(2)) : [];
  return {
    writers: some('writers', 1 + chance.below(2)),
    shippers: some('shippers', 1 + chance.below(2)),
    views: reader('views'),
    trail: reader('trail'),
    escalations: reader('escalations'),
  };
}

/** Kinds whose processes are started only once everything is calm: they read the topics as the faults have left them. */
export function lateOnes(chance: Chance): readonly Kind[] {
  return chance.happens(0.4) ? [chance.one(READERS)] : [];
}
