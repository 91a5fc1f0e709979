import type { Story } from './story.js';
import { drill } from './told/drill.story.js';
import { industryReport } from './told/industry-report.story.js';
import { joiningAndLeaving } from './told/joining-and-leaving.story.js';
import { viralBurst } from './told/viral-burst.story.js';

/** Every story that can be played, by number. */
export const stories: ReadonlyMap<number, Story> = new Map(
  [industryReport, viralBurst, joiningAndLeaving, drill].map((story) => [story.number, story]),
);
