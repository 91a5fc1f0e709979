import type { RecordedEvent } from '#libs/contracts';
import { ImpossibleEventError } from '#libs/projections';

/** The referral that an event of these topics belongs to. @throws ImpossibleEventError when it names none */
export function legOf({ meta }: RecordedEvent): string {
  if (meta.leg === null) throw new ImpossibleEventError('LEG_MISSING');
  return meta.leg;
}
