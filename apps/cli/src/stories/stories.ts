import type { Story } from './story.js';
import { drill } from './told/drill.story.js';
import { industryReport } from './told/industry-report.story.js';
import { joiningAndLeaving } from './told/joining-and-leaving.story.js';
import { lifeInDanger } from './told/life-in-danger.story.js';
import { rulesFromMarch } from './told/rules-from-march.story.js';
import { viralBurst } from './told/viral-burst.story.js';
import { wrongAddress } from './told/wrong-address.story.js';

/** Every story that can be played, by number. */
export const stories: ReadonlyMap<number, Story> = new Map(
  [industryReport, lifeInDanger, wrongAddress, viralBurst, joiningAndLeaving, drill, rulesFromMarch].map((story) => [
    story.number,
    story,
  ]),
);
