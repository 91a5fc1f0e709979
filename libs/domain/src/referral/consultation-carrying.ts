import type { Carried, RecordedEvent } from '#libs/contracts';
import type { ConcludeConsultation, OpenConsultation, OpenEarlier } from './commands.js';

export type OfConsultation = Extract<
  RecordedEvent,
  { type: 'JurisdictionConsultationOpened' | 'JurisdictionConsultationConcluded' }
>;
type Opened = Extract<OfConsultation, { type: 'JurisdictionConsultationOpened' }>;

export function isOfConsultation(event: RecordedEvent): event is OfConsultation {
  return event.type === 'JurisdictionConsultationOpened' || event.type === 'JurisdictionConsultationConcluded';
}

/**
 * Where it was said first, however many hops before. A leg has one consultation at a time, so that an opening and the result that
 * comes next from the same leg belong together.
 * @throws TypeError for an event of no leg, which no writer of this bus makes
 */
export function saidFirst({ data, meta }: OfConsultation): Carried {
  if (data.carried) return { leg: data.carried.leg, event: data.carried.event };
  if (meta.leg === null) throw new TypeError('a consultation of no leg');
  return { leg: meta.leg, event: meta.eventId };
}

/** What the bus says of an onward leg when this is said of the leg before it, or was carried there. */
export function consultationCarriedOn(
  event: OfConsultation,
): Omit<OpenConsultation, 'meta'> | Omit<ConcludeConsultation, 'meta'> {
  const carried = saidFirst(event);
  if (event.type === 'JurisdictionConsultationOpened') {
    const { opener, countries, bases } = event.data;
    return { type: 'OpenConsultation', data: { countries, bases, note: null, carried }, opener };
  }
  const { result, lead } = event.data;
  return { type: 'ConcludeConsultation', data: { result, lead, note: null, carried } };
}

/** The consultations that are open after what was said of a leg, in order: its own, and those that were carried there. */
export function openEarlierOf(said: readonly OfConsultation[]): OpenEarlier[] {
  const open = new Map<string, Opened>();
  for (const event of said) {
    const { leg } = saidFirst(event);
    if (event.type === 'JurisdictionConsultationOpened') open.set(leg, event);
    else open.delete(leg);
  }
  return [...open.values()].map((event) => {
    const { opener, countries, bases } = event.data;
    return { opener, countries, bases, carried: saidFirst(event) };
  });
}
