import type { Additions, RecordedEvent } from '#libs/contracts';
import { type Change, change, type EventOf, type RowOf, upsert } from '#libs/projections';
import { legOf } from '../leg-of.js';
import { crossBorderOf, evidenceOf, filesOf, nexusOf, outcomesOf } from '../plain.js';
import { incidentOf, onLeg, reporterOf } from '../referral/referral.changes.js';
import { partTable } from './part.table.js';

type Row = RowOf<typeof partTable>;

export function informed(event: EventOf<'InformationProvided'>): Change[] {
  const { by, answered, unavailable, additions } = event.data;
  const said = { ...added(additions), answered, unavailable };
  return [told(event, additions), partOf(event, 'INFORMATION', { by_agency: by, ...said })];
}

export function supplemented(event: EventOf<'Supplemented'>): Change[] {
  const { by, part, version, additions, carried } = event.data;
  const said = { by_agency: by, about: part, carried: carried !== null, ...added(additions) };
  return [
    told(event, additions, part === null ? { version } : {}),
    ...(part === null ? [] : [change(partTable, { referral: legOf(event), event_id: part }, { version })]),
    partOf(event, 'SUPPLEMENT', said),
  ];
}

export function outcomeReported(event: EventOf<'OutcomeReported'>): Change[] {
  const { by, outcomes, extraditionFlag } = event.data;
  const said = { by_agency: by, outcomes: outcomesOf(outcomes), extradition: extraditionFlag };
  const outcome_at = new Date(event.meta.acceptedAt);
  return [onLeg(event, { outcome_at, ...present({ extradition: extraditionFlag }) }), partOf(event, 'OUTCOME', said)];
}

/** What was said before is replaced where the correction says something (vocabulary 2.4 I7). */
export function corrected(event: EventOf<'Corrected'>): Change[] {
  const { part, version, reference, reporter, incident, modifiers, files, nexus, evidence, crossBorder, outcomes } =
    event.data;
  const lists = {
    ...(files && { files: filesOf(files) }),
    ...(nexus && { nexus: nexusOf(nexus) }),
    ...(evidence && { evidence: evidenceOf(evidence) }),
    ...(crossBorder && { cross_border: crossBorderOf(crossBorder) }),
  };
  const flag = present({ extradition: crossBorder?.extraditionFlag ?? null });
  if (part === null) {
    const submission = present({ reference, reporter: reporterOf(reporter) });
    return [onLeg(event, { ...submission, ...(incident && incidentOf(incident)), ...lists, ...flag, version })];
  }
  const patch = { ...lists, ...present({ modifiers }), ...(outcomes && { outcomes: outcomesOf(outcomes) }), version };
  return [onLeg(event, flag), change(partTable, { referral: legOf(event), event_id: part }, patch)];
}

/** A part counts no more; without one the whole leg does not (the state says so). */
export function enteredInError(event: EventOf<'EnteredInError'>): Change[] {
  const { part } = event.data;
  const in_error_at = new Date(event.meta.acceptedAt);
  return [
    onLeg(event),
    ...(part === null ? [] : [change(partTable, { referral: legOf(event), event_id: part }, { in_error_at })]),
  ];
}

function told(event: RecordedEvent, { crossBorder }: Additions, patch: { readonly version?: number } = {}): Change {
  return onLeg(event, { ...patch, ...present({ extradition: crossBorder?.extraditionFlag ?? null }) });
}

function added({ modifiers, files, nexus, evidence, crossBorder }: Additions) {
  return {
    modifiers,
    files: filesOf(files),
    nexus: nexusOf(nexus),
    evidence: evidenceOf(evidence),
    cross_border: crossBorderOf(crossBorder),
  };
}

function partOf(
  event: RecordedEvent,
  kind: 'INFORMATION' | 'SUPPLEMENT' | 'OUTCOME',
  said: Partial<Row> & Pick<Row, 'by_agency'>,
): Change {
  return upsert(partTable, {
    about: null,
    carried: false,
    answered: [],
    unavailable: [],
    modifiers: [],
    files: [],
    nexus: [],
    evidence: [],
    cross_border: null,
    outcomes: [],
    extradition: null,
    ...said,
    referral: legOf(event),
    event_id: event.meta.eventId,
    position: event.meta.position,
    kind,
    said_at: new Date(event.meta.acceptedAt),
    version: 1,
    in_error_at: null,
  });
}

type Present<T> = { [Name in keyof T]?: NonNullable<T[Name]> };

/** Without what is null: a patch leaves those columns as they are. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<T>;
}
