import { randomBytes } from 'node:crypto';
import { Api } from '../bus/api.js';
import type { DataFolder } from '../bus/data-folder.js';
import { BusTime } from '../bus/time.js';
import { Tokens } from '../bus/tokens.js';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import type { Screen } from '../terminal/screen.js';
import { sourcesOf } from '../verify/sources-of.js';
import { Minutes } from './minutes.js';
import { NotAsTold } from './not-as-told.js';
import { Stage } from './stage.js';
import type { Story } from './story.js';
import { StoryLine } from './story-line.js';

/** Plays a story on the bus of a data folder, line by line, to its end or to where the bus did something else. */
export async function playStory(
  story: Story,
  { folder, screen, referrals }: { folder: DataFolder; screen: Screen; referrals: number },
): Promise<ExitCode> {
  const minutes = new Minutes(screen);
  const stage = new Stage({
    clients: folder.credentials().clients,
    line: new StoryLine(new Api(folder, new Tokens(folder))),
    minutes,
    time: new BusTime(folder),
    sources: () => sourcesOf(folder),
    run: `S${story.number}-${randomBytes(4).toString('hex').toUpperCase()}`,
    referrals,
  });
  screen.say(`Story ${story.number}: ${story.title}`);
  screen.say(`  ${story.teaches}`);
  const begun = Date.now();
  try {
    await story.play(stage);
  } catch (error) {
    if (!(error instanceof NotAsTold)) throw error;
    screen.say(`  ✗ ${error.message}`);
    screen.say(`Story ${story.number} did not go as told.`);
    return EXIT.finding;
  }
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  screen.say(`Story ${story.number} went as told: ${minutes.acts} acts, ${minutes.looks} looks, ${seconds} s.`);
  return EXIT.fine;
}
