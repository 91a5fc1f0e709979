import { findConfirmation, readBusClock, type RepairedLane } from '#libs/journal';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';
import { RepairList } from './repair-list.js';
import { strayRecords } from './strays.js';
import { timeInWords } from './words.js';
import { askTopics, type Workshop } from './workshop.js';

const screen = new Screen();

/** Whether commands are accepted, and in which lanes not. */
export async function status({ pool, repair }: Workshop): Promise<ExitCode> {
  const confirmation = await findConfirmation(pool);
  if (confirmation) {
    const { by, reason, at } = confirmation;
    screen.say(`Confirmed since ${at.toISOString()} by ${by}: ${reason}.`);
  } else {
    screen.say(
      'NOT CONFIRMED: no command is accepted. The database was started, and nobody has compared the journal with the topics since.\n' +
        'The relay does so as soon as it reaches both. Where it cannot: bus journal confirm --reason …',
    );
  }
  const clock = await readBusClock(pool);
  if (clock.aheadMs > 0) screen.say(timeInWords(clock));
  const lanes = (await repair.lanes()).filter((lane) => lane.closed !== null || lane.sealed !== null);
  if (lanes.length > 0) screen.say(`\n${tableOf(lanes)}`);
  const closed = lanes.filter((lane) => lane.sealed === null);
  if (closed.length > 0) screen.say('\nWhat closed lanes lack: bus journal refill --dry-run');
  return confirmation && closed.length === 0 ? EXIT.fine : EXIT.finding;
}

function tableOf(lanes: readonly RepairedLane[]): string {
  return table(
    [{ title: 'lane', right: true }, { title: 'ends at', right: true }, { title: 'accepts nothing' }, { title: 'why' }],
    lanes.map(({ lane, position, closed, sealed: seal }) => [
      lane,
      position,
      seal ? 'for ever' : 'for now',
      seal ? seal.why : closed,
    ]),
  );
}

/** Sealed lanes, and what is to be repaired by hand in each. */
export async function sealed(workshop: Workshop): Promise<ExitCode> {
  const lanes = (await workshop.repair.lanes()).flatMap((lane) =>
    lane.sealed ? [{ ...lane, sealed: lane.sealed }] : [],
  );
  if (lanes.length === 0) screen.say('No lane is sealed.');
  for (const { lane, position, sealed: seal } of lanes) {
    const list = new RepairList(await workshop.repair.states(lane));
    await askTopics(async () => {
      for await (const strays of strayRecords(workshop, lane)) strays.forEach((record) => list.stray(record));
    });
    const rows = list.list();
    const since = seal.at?.toISOString() ?? 'an unknown time';
    screen.say(`lane ${lane}, sealed since ${since} at position ${position}: ${seal.why}`);
    screen.say(
      rows.length === 0
        ? '  nothing is open\n'
        : `${table(
            [{ title: 'referral' }, { title: 'in the journal' }, { title: 'on the topics only' }],
            rows.map(({ referral, status: said, onTopicsOnly }) => [referral, said, onTopicsOnly]),
          )}\n`,
    );
  }
  return lanes.length === 0 ? EXIT.fine : EXIT.finding;
}
