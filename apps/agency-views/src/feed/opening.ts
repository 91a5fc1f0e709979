import type { Viewpoint } from './said.js';

/** An opening that has not lapsed. */
export interface Opening {
  readonly position: number;
  readonly viewpoint: Viewpoint;
  /** It never lapses: one that does was granted, or calls upon the agency. */
  readonly lasting: boolean;
  /** Of a call: who sent the leg, which whoever is called upon is not told. */
  readonly sender: string | null;
}

/** By the ids of their legs. */
export type Openings = ReadonlyMap<string, readonly Opening[]>;
