import type { CrossBorder, EventData, EventName, Nexus } from '#libs/contracts';
import { asKept, together } from './countries.js';
import { LIMITS } from './limits.js';
import { obligedByAddition, obligedByCorrection, obligedByReport, obligedWithout } from './obligation.js';
import { countParts, findPart, outcomeKind, withoutOldest, withoutPart, withPart } from './parts.js';
import type { Part, PartKind, Parts } from './parts.js';
import type { Submitted } from './state.js';

/** As a decider says it: by which rules it was judged makes no difference. */
type Said<Name extends EventName> = { readonly type: Name; readonly data: Omit<EventData<Name>, 'rules'> };
export type PartEvent =
  | Said<'InformationProvided'>
  | Said<'OutcomeReported'>
  | Said<'Supplemented'>
  | Said<'Corrected'>
  | Said<'EnteredInError'>;

/** What an event that is a part of the case, or changes one, leaves behind. */
export function partsAfter(state: Submitted, event: PartEvent, eventId: string): Partial<Submitted> {
  switch (event.type) {
    case 'InformationProvided': {
      const { nexus, crossBorder } = event.data.additions;
      return {
        ...told(state, nexus, crossBorder),
        obliged: obligedByAddition(state, event.data, eventId),
        parts: added(state, eventId, 'INFORMATION'),
      };
    }
    case 'OutcomeReported':
      return {
        extradition: event.data.extraditionFlag ?? state.extradition,
        obliged: obligedByReport(state, event.data, eventId),
        parts: added(state, eventId, outcomeKind(event.data.outcomes)),
      };
    case 'Supplemented': {
      const { additions } = event.data;
      const after = versioned(state, event.data);
      return {
        ...told(state, additions.nexus, additions.crossBorder),
        ...after,
        obliged: obligedByAddition(state, event.data, eventId),
        parts: added({ ...state, ...after }, eventId, supplementKind(state, event.data)),
      };
    }
    case 'Corrected': {
      const { nexus, crossBorder, outcomes } = event.data;
      return {
        ...told(state, nexus ?? [], crossBorder),
        obliged: obligedByCorrection(state, event.data),
        ...versioned(state, event.data, outcomes ? outcomeKind(outcomes) : undefined),
      };
    }
    case 'EnteredInError': {
      const { part } = event.data;
      return part === null ? {} : { obliged: obligedWithout(state, part), parts: withoutPart(state.parts, part) };
    }
  }
}

function told(state: Submitted, nexus: readonly Nexus[], crossBorder: CrossBorder | null): Partial<Submitted> {
  return {
    countries: state.countries && asKept(together(state, nexus)),
    extradition: crossBorder?.extraditionFlag ?? state.extradition,
  };
}

function supplementKind(
  { receiver }: Submitted,
  { by, carried }: Pick<EventData<'Supplemented'>, 'by' | 'carried'>,
): PartKind {
  if (carried !== null) return 'CARRIED_SUPPLEMENT';
  return by === receiver ? 'RECEIVER_SUPPLEMENT' : 'SENDER_SUPPLEMENT';
}

function added({ parts }: Pick<Submitted, 'parts'>, eventId: string, kind: PartKind): Parts {
  return kept(parts, eventId, { kind, version: 1 });
}

type Versioned = Pick<EventData<'Corrected'>, 'part' | 'version' | 'carried'>;

/** What the bus carries on of a part that the state forgot makes it known again, by the version that it has with this. */
function versioned(state: Submitted, { part: id, version, carried }: Versioned, kind?: PartKind): Partial<Submitted> {
  if (id === null) return { version };
  const known = findPart(state.parts, id);
  if (known) return { parts: withPart(state.parts, id, { kind: kind ?? known.kind, version }) };
  return carried === null ? {} : { parts: kept(state.parts, id, { kind: 'CARRIED_SUPPLEMENT', version }) };
}

function kept(parts: Parts | undefined, eventId: string, part: Part): Parts {
  return withPart(withRoom(parts, part.kind), eventId, part);
}

const supplements = ['SENDER_SUPPLEMENT', 'RECEIVER_SUPPLEMENT', 'CARRIED_SUPPLEMENT'] as const;

/**
 * The parts with room for one more. Of what was carried on, that goes first which nobody changed; the version of what goes is known
 * to the leg that it is carried from. A final report goes last, since it ends a duty.
 */
function withRoom(parts: Parts | undefined, kind: PartKind): Parts | undefined {
  switch (kind) {
    case 'SENDER_SUPPLEMENT':
    case 'RECEIVER_SUPPLEMENT':
    case 'CARRIED_SUPPLEMENT':
      if (countParts(parts, ...supplements) < LIMITS.supplementsKept) return parts;
      return withoutOldest(
        parts,
        (part) => part.kind === 'CARRIED_SUPPLEMENT' && part.version === 1,
        (part) => part.kind === 'CARRIED_SUPPLEMENT',
      );
    case 'OUTCOME':
    case 'FINAL_OUTCOME':
      if (countParts(parts, 'OUTCOME', 'FINAL_OUTCOME') < LIMITS.outcomes) return parts;
      return withoutOldest(
        parts,
        (part) => part.kind === 'OUTCOME',
        (part) => part.kind === 'FINAL_OUTCOME',
      );
    case 'INFORMATION':
      return parts;
  }
}
