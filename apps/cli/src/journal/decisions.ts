import { confirmJournal } from '#libs/journal';
import { CliFault, EXIT, type ExitCode, wordsOf } from '../terminal/fault.js';
import { Screen } from '../terminal/screen.js';
import { type LanePlan, RefillPlanner } from './refill-plan.js';
import { RefillRun } from './refill-run.js';
import { askTopics, type Workshop } from './workshop.js';

const screen = new Screen();

interface Decision {
  readonly reason: string;
  readonly by: string;
}

/** Lets commands be accepted on a person's word. Where the topics answer after all, they are heard first. */
export async function confirm(workshop: Workshop, { reason, by }: Decision): Promise<ExitCode> {
  const plans = await new RefillPlanner(workshop).plan().catch((error: unknown): null => {
    screen.note(`The topics cannot be asked (${wordsOf(error)}).`);
    return null;
  });
  if (plans && plans.length > 0) throw behindTopics(plans);
  if (plans) screen.note('The topics were asked: they hold nothing that the journal lacks.');
  const news = await confirmJournal(workshop.pool, by, reason);
  screen.say(
    news
      ? `Confirmed by ${by}: ${reason}. Commands are accepted; it is recorded in journal_confirmation and in the database's log.`
      : 'It was confirmed already since the database was started.',
  );
  return EXIT.fine;
}

function behindTopics(plans: readonly LanePlan[]): CliFault {
  const lanes = plans.map(({ lane }) => lane).join(', ');
  return new CliFault(
    EXIT.finding,
    `the topics hold more than the journal, or something else, in lanes ${lanes}, so it was restored`,
    'see bus journal refill --dry-run',
  );
}

/** Seals a lane, whatever its state, after the keys of commands that only the topics know were claimed. */
export async function seal(workshop: Workshop, { lane, reason, by }: Decision & { lane: number }): Promise<ExitCode> {
  const { repair } = workshop;
  await repair.prepareKeys();
  await repair.close([lane]);
  await askTopics(() => new RefillRun(workshop).claimStrays(lane));
  const news = await repair.seal(lane, `${reason} (${by})`);
  screen.say(
    news
      ? `Lane ${lane} is sealed for ever. What is open in it: bus journal sealed`
      : `Lane ${lane} was sealed already.`,
  );
  return EXIT.fine;
}
