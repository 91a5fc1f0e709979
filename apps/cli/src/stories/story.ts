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
