import type { BusEvent, EventData, ExtraditionFlag, Obligation } from '#libs/contracts';
import { LIMITS } from './limits.js';
import { countParts, shortened } from './parts.js';
import type { Obliged, Submitted } from './state.js';

const SUBMISSION = 'submission';
/** Made by what nobody on this leg can take back. */
const LASTING = '-';

/** Who refuses extradition for nationality prosecutes instead, or reports the final outcome (Budapest 24(6), vocabulary 2.5). */
export function obligationBy(flag: ExtraditionFlag | null | undefined): Obligation | null {
  return flag === 'REFUSED_NATIONALITY' ? 'PROSECUTE_OR_REPORT' : null;
}

/** What stands unmet before the leg may close. Of a leg on which no obligation was recorded, its extradition flag tells. */
export function openObligation({ obliged, extradition, parts }: Submitted): Obligation | null {
  if (countParts(parts, 'FINAL_OUTCOME') > 0) return null;
  if (!obliged) return obligationBy(extradition);
  return obliged.madeBy.length > 0 && obliged.endedBy === undefined ? 'PROSECUTE_OR_REPORT' : null;
}

/** Of an onward leg that begins under what stood on the leg before, and does not state it, nobody there takes it back. */
export function obligedFrom({
  obligation,
  crossBorder,
}: Pick<EventData<'ReferralSubmitted'>, 'obligation' | 'crossBorder'>): Obliged | undefined {
  if (obligation === null) return undefined;
  return { madeBy: [obligationBy(crossBorder?.extraditionFlag) ? SUBMISSION : LASTING] };
}

type Said<Name extends BusEvent['type']> = Omit<EventData<Name>, 'rules'>;

export const obligedByReport = (state: Submitted, said: Said<'OutcomeReported'>, eventId: string) =>
  stated(state, { ...said, id: shortened(eventId), flag: said.extraditionFlag });

export const obligedByAddition = (
  state: Submitted,
  said: Said<'InformationProvided' | 'Supplemented'>,
  eventId: string,
) => stated(state, { ...said, id: shortened(eventId), flag: said.additions.crossBorder?.extraditionFlag ?? null });

/** A correction that says nothing across borders leaves the part to make what it made. */
export function obligedByCorrection(state: Submitted, said: Said<'Corrected'>): Obliged | undefined {
  if (!said.crossBorder) return state.obliged;
  const id = said.part === null ? SUBMISSION : shortened(said.part);
  return stated(state, { ...said, id, flag: said.crossBorder.extraditionFlag });
}

/** The part makes nothing any more, and ends nothing. */
export function obligedWithout({ obliged }: Submitted, part: string): Obliged | undefined {
  return obliged && without(obliged, shortened(part));
}

interface Stated {
  readonly id: string;
  readonly by: string;
  readonly flag: ExtraditionFlag | null;
  readonly obligation: Obligation | null;
}

function stated(state: Submitted, { id, by, flag, obligation }: Stated): Obliged | undefined {
  const { obliged, receiver } = state;
  if (obligation !== null) return withStatement(state, id);
  if (!obliged) return undefined;
  const left = without(obliged, id);
  return by === receiver && (flag === 'GRANTED' || flag === 'SURRENDERED') ? { ...left, endedBy: id } : left;
}

/** What obliged by its flag alone goes on obliging. Said again in a correction, it stands as it stood. */
function withStatement({ obliged, extradition }: Submitted, id: string): Obliged {
  if (obliged?.madeBy.includes(id)) return obliged;
  const made = obliged ? without(obliged, id).madeBy : obligationBy(extradition) ? [LASTING] : [];
  return { madeBy: withRoom([...made, id]) };
}

function withRoom(made: readonly string[]): readonly string[] {
  if (made.length <= LIMITS.obliging) return made;
  return [LASTING, ...made.filter((id) => id !== LASTING).slice(1 - LIMITS.obliging)];
}

function without({ madeBy, endedBy }: Obliged, id: string): Obliged {
  const left = madeBy.filter((each) => each !== id);
  return endedBy === undefined || endedBy === id ? { madeBy: left } : { madeBy: left, endedBy };
}
