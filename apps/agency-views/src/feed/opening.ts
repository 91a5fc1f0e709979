import type { Viewpoint } from './said.js';

/** An opening that has not lapsed. */
export interface Opening {
  readonly position: number;
  readonly viewpoint: Viewpoint;
  /** It never lapses. */
  readonly lasting: boolean;
}

/** By the ids of their legs. */
export type Openings = ReadonlyMap<string, readonly Opening[]>;
