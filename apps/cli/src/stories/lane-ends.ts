import { parseBusPosition } from '#libs/kernel';
import { NotAsTold } from './not-as-told.js';

/** How far a view must be to show everything that was said of many referrals: a position for each lane that they are in. */
export class LaneEnds {
  readonly #last = new Map<number, { readonly position: number; readonly token: string }>();

  /** @param token Bus-Position of an answer, in any order @throws NotAsTold for an answer without one */
  add(token: string | null | undefined): void {
    const place = token ? parseBusPosition(token) : null;
    if (!place || !token) throw new NotAsTold('something was accepted and its answer has no Bus-Position');
    const last = this.#last.get(place.lane);
    if (!last || last.position < place.position) this.#last.set(place.lane, { position: place.position, token });
  }

  get positions(): string[] {
    return [...this.#last.values()].map(({ token }) => token);
  }
}
