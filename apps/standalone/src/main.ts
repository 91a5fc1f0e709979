import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartFailure } from '#libs/local-stack';
import { ConfigError, createLogger } from '#libs/platform';
import { startBus, type RunningBus } from './bus.js';
import { readStandaloneConfig, type StandaloneConfig } from './config.js';
import { summaryOf } from './summary.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const begun = Date.now();
const seconds = (): string => `${((Date.now() - begun) / 1000).toFixed(1)} s`;

let bus: RunningBus | undefined;
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('\nStopping …');
  await starting;
  await bus?.stop();
  say('Stopped. The data is kept for the next start.');
}

async function start(config: StandaloneConfig): Promise<void> {
  say('Starting the referral bus on this machine …');
  const logger = createLogger({
    app: 'standalone',
    level: config.logLevel,
    destination: logFile(config.dataDir),
  });
  bus = await startBus(config, logger, (part, detail) =>
    say(`  ${seconds().padStart(7)}  ${part.padEnd(9)} ${detail}`),
  );
  say(summaryOf(bus, config.dataDir, seconds()));
}

function logFile(dataDir: string): WriteStream {
  mkdirSync(dataDir, { recursive: true });
  return createWriteStream(join(dataDir, 'bus.log'), { flags: 'a', mode: 0o600 });
}

/** `--demo`: a realistic day between the demo agencies, played by the bus command through the front door. */
function playDemo(dataDir: string): void {
  const cli = join(import.meta.dirname, '../../cli/src/main.js');
  const demo = spawn(process.execPath, [cli, 'simulate', '--data', dataDir], { stdio: 'inherit' });
  demo.on('error', (error) => say(`The demonstration could not be started: ${error.message}`));
}

function fail(error: unknown): void {
  process.exitCode = 1;
  if (error instanceof StartFailure || error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else throw error;
}

const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
let starting: Promise<void> = Promise.resolve();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop().then(() => process.exit()));
try {
  const config = readStandaloneConfig(process.env);
  starting = start(config).catch(fail);
  await starting;
  if (bus && !stopping && values.demo) playDemo(config.dataDir);
} catch (error) {
  fail(error);
}
