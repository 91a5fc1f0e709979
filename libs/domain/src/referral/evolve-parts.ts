import type { BusEvent, CrossBorder, EventData, Nexus } from '#libs/contracts';
import { together } from './countries.js';
import { findPart, outcomeKind, withoutPart, withPart } from './parts.js';
import type { PartKind } from './parts.js';
import type { Submitted } from './state.js';

type PartEvent = Extract<
  BusEvent,
  { type: 'InformationProvided' | 'OutcomeReported' | 'Supplemented' | 'Corrected' | 'EnteredInError' }
>;

/** What an event that is a part of the case, or changes one, leaves behind. */
export function partsAfter(state: Submitted, event: PartEvent, eventId: string): Partial<Submitted> {
  switch (event.type) {
    case 'InformationProvided': {
      const { nexus, crossBorder } = event.data.additions;
      return { ...told(state, nexus, crossBorder), parts: added(state, eventId, 'INFORMATION') };
    }
    case 'OutcomeReported':
      return {
        extradition: event.data.extraditionFlag ?? state.extradition,
        parts: added(state, eventId, outcomeKind(event.data.outcomes)),
      };
    case 'Supplemented': {
      const { part, version, additions } = event.data;
      const after = versioned(state, part, version);
      return {
        ...told(state, additions.nexus, additions.crossBorder),
        ...after,
        parts: added({ ...state, ...after }, eventId, supplementKind(state, event.data)),
      };
    }
    case 'Corrected': {
      const { part, version, nexus, crossBorder, outcomes } = event.data;
      return {
        ...told(state, nexus ?? [], crossBorder),
        ...versioned(state, part, version, outcomes ? outcomeKind(outcomes) : undefined),
      };
    }
    case 'EnteredInError':
      return event.data.part === null ? {} : { parts: withoutPart(state.parts, event.data.part) };
  }
}

function told(state: Submitted, nexus: readonly Nexus[], crossBorder: CrossBorder | null): Partial<Submitted> {
  return {
    countries: state.countries && together(state, nexus),
    extradition: crossBorder?.extraditionFlag ?? state.extradition,
  };
}

function supplementKind({ receiver }: Submitted, { by, carried }: EventData<'Supplemented'>): PartKind {
  if (carried !== null) return 'CARRIED_SUPPLEMENT';
  return by === receiver ? 'RECEIVER_SUPPLEMENT' : 'SENDER_SUPPLEMENT';
}

function added({ parts }: Pick<Submitted, 'parts'>, eventId: string, kind: PartKind): Submitted['parts'] {
  return withPart(parts, eventId, { kind, version: 1 });
}

function versioned(state: Submitted, id: string | null, version: number, kind?: PartKind): Partial<Submitted> {
  if (id === null) return { version };
  const part = findPart(state.parts, id);
  return part ? { parts: withPart(state.parts, id, { kind: kind ?? part.kind, version }) } : {};
}
