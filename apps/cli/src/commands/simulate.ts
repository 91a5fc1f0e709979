import { setTimeout as delay } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import type { Command } from 'commander';
import { LedgerFile } from '#libs/verification';
import { Api } from '../bus/api.js';
import { DataFolder } from '../bus/data-folder.js';
import { Tokens } from '../bus/tokens.js';
import { BusLine } from '../simulate/bus-line.js';
import { Cast } from '../simulate/cast.js';
import { plan } from '../simulate/plan.js';
import { Prng } from '../simulate/prng.js';
import { Pulse } from '../simulate/pulse.js';
import { playRecipient } from '../simulate/recipient-day.js';
import { playSenders } from '../simulate/sender-day.js';
import { percentile, Tally } from '../simulate/tally.js';
import { playStory } from '../stories/play-story.js';
import { stories } from '../stories/stories.js';
import { CliFault, EXIT, type ExitCode } from '../terminal/fault.js';
import { DATA_OPTION, rate, share, wholeNumber } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { counted, facts } from '../terminal/table.js';

interface Options {
  readonly data?: string;
  readonly story?: number;
  readonly referrals: number;
  readonly seed: number;
  readonly rate: number;
  readonly concurrency: number;
  readonly largestBatch: number;
  readonly batchShare: number;
  readonly patience: number;
  readonly ledger?: string;
  readonly quiet?: boolean;
}

const AWAY_MS = 10 * 60_000;

export function simulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('play a realistic day between the demo agencies through the front door, or one of the stories')
    .option(...DATA_OPTION)
    .option('--story <n>', `play this story instead (docs/stories.md): ${[...stories.keys()].join(', ')}`, Number)
    .option('--referrals <n>', 'how many; of a story, where it has many', wholeNumber(1, 10_000_000), 2_000)
    .option('--seed <n>', 'repeats a run', wholeNumber(0, 0xffffffff), randomInt(0xffffffff))
    .option('--rate <r>', 'submissions a second', rate, 200)
    .option('--concurrency <n>', 'requests on their way at the same time', wholeNumber(1, 500), 32)
    .option('--largest-batch <n>', 'most referrals of a batch', wholeNumber(1, 500), 100)
    .option('--batch-share <s>', 'part of the referrals that comes in batches', share, 0.3)
    .option('--patience <s>', 'seconds in which a bus that answers may get nowhere', wholeNumber(1, 86_400), 60)
    .option('--ledger <file>', 'write down every answer (JSON lines), for bus verify')
    .option('--quiet', 'no progress')
    .action((options: Options) =>
      runCommand(() => (options.story === undefined ? simulate(options) : tell(options.story, options))),
    );
}

/** @throws CliFault for a number that no story has */
function tell(number: number, { data, referrals }: Options): Promise<ExitCode> {
  const story = stories.get(number);
  if (!story)
    throw new CliFault(EXIT.usage, 'there is no such story', `choose one of ${[...stories.keys()].join(', ')}`);
  return playStory(story, { folder: new DataFolder(data), screen: new Screen(), referrals });
}

async function simulate(options: Options): Promise<ExitCode> {
  const screen = new Screen({ quiet: options.quiet ?? false });
  const folder = new DataFolder(options.data);
  const cast = new Cast(folder.credentials().clients);
  const ledger = await LedgerFile.open(options.ledger ?? folder.file(`ledger-${options.seed}.jsonl`));
  const over = new AbortController();
  const [tally, pulse] = [new Tally(), new Pulse()];
  const line = new BusLine({ api: new Api(folder, new Tokens(folder)), ledger, pulse, signal: over.signal });
  const run = `SIM-${options.seed}-${Date.now().toString(36).toUpperCase()}`;
  screen.note(
    `seed ${options.seed}: ${counted(options.referrals)} referrals between ${cast.recipients.length} recipients`,
  );

  const begun = Date.now();
  let [sent, finished] = [false, false];
  const recipients = cast.recipients.map((player, at) =>
    playRecipient(player, {
      line,
      tally,
      pulse,
      prng: new Prng(options.seed, 2 + at),
      run,
      finished: () => finished,
      signal: over.signal,
    }),
  );
  const steps = plan(new Prng(options.seed), cast, { ...options, run, clock: Date.now });
  const senders = playSenders(steps, {
    line,
    tally,
    prng: new Prng(options.seed, 1),
    perSecond: options.rate,
    concurrency: options.concurrency,
    signal: over.signal,
  }).then(() => (sent = true));
  const watch = (async () => {
    while (!finished) {
      screen.progress(
        `submitted ${counted(tally.submitted)}  accepted ${counted(tally.accepted)}  delivered ${counted(tally.delivered)}  ${pulse.away ? 'the bus is away' : ''}`,
      );
      const why = pulse.hopeless({ awayMs: AWAY_MS, stuckMs: options.patience * 1_000 });
      if (why !== null) throw new CliFault(EXIT.unreachable, why, 'see its log and bus lag');
      finished = sent && tally.undelivered.length === 0;
      await delay(100);
    }
  })();
  try {
    await Promise.all([senders, watch, ...recipients]);
  } finally {
    finished = true;
    over.abort();
    await ledger.close();
  }
  screen.say(summaryOf(tally, pulse, (Date.now() - begun) / 1000));
  return tally.oddities.length === 0 ? EXIT.fine : EXIT.finding;
}

function summaryOf(tally: Tally, pulse: Pulse, seconds: number): string {
  const latencies = tally.latencies();
  const refused = [...tally.refusedByCode].toSorted(([, a], [, b]) => b - a);
  return facts([
    ['submitted', tally.submitted + tally.malformed],
    ['  of these malformed', tally.malformed],
    ['accepted', tally.accepted],
    ['repeated with the same key', tally.repeated],
    ['attempts repeated', pulse.retries],
    ['delivered', tally.delivered],
    ...refused.map(([code, count]): [string, number] => [`refused ${code}`, count]),
    ['commands of recipients', tally.commands],
    ['acceptance to inbox, p50', `${percentile(latencies, 0.5) ?? '-'} ms (by the bus's clock)`],
    ['acceptance to inbox, p99', `${percentile(latencies, 0.99) ?? '-'} ms`],
    ['events a second, end to end', Math.round(tally.events / seconds)],
    ['seconds', seconds.toFixed(1)],
    ...tally.oddities.map((what): [string, string] => ['NOT AS EXPECTED', what]),
  ]);
}
