import type { Stage } from './stage.js';

/** A script that a running bus is played through: a journey test that can be read, and training material. */
export interface Story {
  /** As in the list of stories that the bus must live through. */
  readonly number: number;
  readonly title: string;
  /** What whoever watches it learns, in a sentence. */
  readonly teaches: string;
  /** @throws NotAsTold where what is seen is not what the story says */
  play(stage: Stage): Promise<void>;
}

/** The bus did something else than the story says. */
export class NotAsTold extends Error {}

/** A referral of a story, and how far whoever looks at it must see. */
export interface Referral {
  readonly id: string;
  /** Bus-Position of what was said of it last; null where the bus itself submitted it. */
  position: string | null;
}
