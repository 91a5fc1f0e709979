import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLogger, openLogFile } from '#libs/platform';
import { type RunningBus, startBus } from './bus.js';
import { readStandaloneConfig } from './config.js';
import { type Demo, playDemo } from './demo.js';
import { startSentence } from './start-sentence.js';
import { summaryOf } from './summary.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const begun = Date.now();
const seconds = (): string => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
let logFile = '.data/bus.log';

const interruption = new AbortController();
let bus: RunningBus | undefined;
let demo: Demo | undefined;
let starting: Promise<void> = Promise.resolve();
let stopping: Promise<void> | undefined;

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  const config = readStandaloneConfig(process.env);
  logFile = join(config.dataDir, 'bus.log');
  say('Starting the referral bus on this machine …');
  const destination = openLogFile(logFile, ({ message }) => say(`  the log cannot be written: ${message}`));
  const logger = createLogger({ app: 'standalone', level: config.logLevel, destination });
  process.on('uncaughtException', (err) => {
    logger.fatal({ err, code: 'UNCAUGHT' }, 'a fault that nothing foresaw');
    process.exitCode = 1;
    say(`The bus ends itself for a fault that it did not foresee: see ${logFile}.`);
    endSoon();
  });
  bus = await startBus(config, {
    logger,
    progress: (part, detail) => say(`  ${seconds().padStart(7)}  ${part.padEnd(9)} ${detail}`),
    signal: interruption.signal,
  }).catch((err: unknown) => {
    logger.fatal({ err, code: 'START_FAILED' }, 'cannot start');
    throw err;
  });
  say(summaryOf(bus, config.dataDir, seconds()));
  if (values.demo) demo = playDemo(config.dataDir, say);
}

function fail(error: unknown): void {
  if (interruption.signal.aborted) return; // its parts fail because they were ended
  process.exitCode = 1;
  process.stderr.write(`${startSentence(error, logFile)}\n`);
}

async function stop(): Promise<void> {
  say('\nStopping …');
  interruption.abort();
  await starting;
  await demo?.end();
  await bus?.stop();
  say('Stopped. The data is kept for the next start.');
}

/** Ends the process once all that was started is stopped, and never before, however often it is told to. */
function endSoon(): void {
  stopping ??= stop().finally(() => process.exit());
}

// Whoever reads what we say may be gone: a closed terminal, `npm start | head`.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endSoon);
starting = start().catch(fail);
await starting;
