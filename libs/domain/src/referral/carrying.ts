import { isDeepStrictEqual } from 'node:util';
import type { CrossBorder, EventData, RecordedEvent } from '#libs/contracts';
import { contentAfter, wholeContent } from './case-content.js';
import type { CaseContent } from './case-content.js';
import { isOfConsultation } from './consultation-carrying.js';
import type { OfConsultation } from './consultation-carrying.js';
import type { CorrectReferral, EnterPartInError, EnterReferralInError, SupplementReferral } from './commands.js';

/** The events that add to what a leg has said of its case, or change it. */
export type Statement = Extract<
  RecordedEvent,
  { type: 'ReferralSubmitted' | 'InformationProvided' | 'Supplemented' | 'Corrected' | 'EnteredInError' }
>;

const statements: ReadonlySet<string> = new Set<Statement['type']>([
  'ReferralSubmitted',
  'InformationProvided',
  'Supplemented',
  'Corrected',
  'EnteredInError',
]);

export function isStatement(event: RecordedEvent): event is Statement {
  return statements.has(event.type);
}

/** What is said of a leg that the holder of a later one is to know: of the case, and of consultations on it. */
export type PassedOn = Statement | OfConsultation;

export function isPassedOn(event: RecordedEvent): event is PassedOn {
  return isStatement(event) || isOfConsultation(event);
}

/** A leg that went on: its statements in order, and which of them the onward leg began with. */
export interface WentOn {
  readonly leg: string;
  /** What was said before it went on: the onward leg has it in its submission. */
  readonly before: readonly Statement[];
  /** What was said since, up to what is to be carried and without it. */
  readonly since: readonly Statement[];
  /** Id on the onward leg of a statement that was carried there; null where it was not. */
  carriedAs(event: string): string | null;
}

type Words<Command extends { readonly meta: unknown }> = Omit<Command, 'meta'>;
export type Carrying =
  Words<SupplementReferral> | Words<CorrectReferral> | Words<EnterPartInError> | Words<EnterReferralInError>;

/** What the bus says of an onward leg when this is said of the leg before it; null where nothing of the case changes there. */
export function carriedOn(event: Statement, wentOn: WentOn): Carrying | null {
  const carried = { leg: wentOn.leg, event: event.meta.eventId };
  switch (event.type) {
    case 'ReferralSubmitted':
    case 'InformationProvided': // is asked for before a leg goes on, and never while it has
      return null;
    case 'Supplemented': {
      const { part, version, additions, note } = event.data;
      const named = part === null ? null : wentOn.carriedAs(part);
      const data = { part: named, additions, carried, note };
      return { type: 'SupplementReferral', data, versionThere: version };
    }
    case 'Corrected': {
      const { by: _by, version, rules: _rules, waiverJudgedBy: _judged, obligation: _made, ...said } = event.data;
      const named = said.part === null ? null : wentOn.carriedAs(said.part);
      const data = { ...said, part: named, carried };
      if (named !== null) return { type: 'CorrectReferral', data, versionThere: version };
      return asCorrection(event, wentOn, { reason: said.reason, note: said.note, carried });
    }
    case 'EnteredInError': {
      const { part, reason, note } = event.data;
      if (part === null) return { type: 'EnterReferralInError', data: { reason, carried, note } };
      const named = wentOn.carriedAs(part);
      if (named !== null) return { type: 'EnterPartInError', data: { part: named, reason, carried, note } };
      return asCorrection(event, wentOn, { reason: 'FACTUAL_ERROR', note, carried });
    }
  }
}

/** Nothing across borders, said in so many words: null in a correction is what is not replaced. */
const noFacts: CrossBorder = {
  types: [],
  dualCriminality: null,
  dualCriminalityWaiver: null,
  extraditionFlag: null,
  childDefinitionConflict: null,
};

type Said = Pick<EventData<'Corrected'>, 'reason' | 'note' | 'carried'>;

/**
 * What was said before the leg went on is one statement on the onward leg, its submission: a change of any part of it is a
 * correction of that. What was not carried there (an outcome, or what was refused) changes nothing of it.
 */
function asCorrection(event: Statement, { before, since }: WentOn, said: Said): Carrying | null {
  const begun = before.reduce<CaseContent | null>(after, null);
  const stood = since.filter(changes).reduce(after, begun);
  const stands = after(stood, event);
  if (!stood || !stands) return null;
  const [old, now] = [wholeContent(stood), wholeContent(stands)];
  const replaced = <Name extends keyof typeof now>(
    field: Name,
    empty: (typeof now)[Name] | null = null,
  ): (typeof now)[Name] | null => {
    const value = now[field] ?? empty;
    return isDeepStrictEqual(old[field] ?? empty, value) ? null : value;
  };
  const fields = {
    reference: replaced('reference'),
    reporter: replaced('reporter'),
    incident: replaced('incident'),
    files: replaced('files'),
    nexus: replaced('nexus'),
    evidence: replaced('evidence', []),
    crossBorder: replaced('crossBorder', noFacts),
  };
  if (Object.values(fields).every((value) => value === null)) return null;
  const nothing = { part: null, modifiers: null, outcomes: null, subjects: null };
  return { type: 'CorrectReferral', data: { ...nothing, ...fields, ...said } };
}

const after = (content: CaseContent | null, event: Statement): CaseContent | null =>
  contentAfter(content, event, event.meta.eventId);

const changes = ({ type }: Statement): boolean => type === 'Corrected' || type === 'EnteredInError';
