import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify, stripVTControlCharacters } from 'node:util';
import { StartFailure } from './start-failure.js';

const run = promisify(execFile);
const artifacts = join(import.meta.dirname, '../artifacts');
// Newer versions of the plugin want a parent pom that is not published.
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:2.10:copy';
const REGISTRY = {
  artifact: 'io.apicurio:apicurio-registry-app:3.0.9:tar.gz:all',
  file: 'apicurio-registry-app-3.0.9-all.tar.gz',
  sha256: '2b28181501a20cbf6efcd77f9b7153908fc01f3d3a7c32024c0bd9e1b04c8a43',
};
const TOOLS = {
  artifact: 'org.apache.kafka:kafka-tools:4.1.2',
  file: 'kafka-tools-4.1.2.jar',
  sha256: 'cb7aedcd2e418b86079c4b35257c8e37800eea84723c78c8b90f535bd589888e',
};

/** Outside the checkout, so that a second clone starts quickly. */
export function defaultCacheDir(): string {
  return (
    process.env['BUS_CACHE_DIR'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'referral-bus')
  );
}

/** Folder of the broker's jars, each with the digest that jars.sha256 lists. */
export function kafkaJars(cacheDir: string): Promise<string> {
  return cached(cacheDir, 'kafka-4.1.2', async (folder) => {
    await maven([
      '-f',
      join(sourceOf('pom.xml')),
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${folder}`,
    ]);
    const expected = parseDigests(readFileSync(sourceOf('jars.sha256'), 'utf8'));
    const faults = mismatches(expected, await digestsIn(folder));
    if (faults.length > 0) throw refused(`the broker's jars (${faults.join('; ')})`);
  });
}

/** Folder of the unpacked registry. */
export function registryFolder(cacheDir: string): Promise<string> {
  return cached(cacheDir, 'apicurio-3.0.9', async (folder) => {
    await maven([COPY, `-Dartifact=${REGISTRY.artifact}`, `-DoutputDirectory=${folder}`]);
    const archive = join(folder, REGISTRY.file);
    if ((await sha256Of(archive)) !== REGISTRY.sha256) throw refused("the registry's archive");
    await run('tar', ['-xzf', archive, '-C', folder]);
    rmSync(archive);
  });
}

/** Folder of the jar with Kafka's own measuring tools, which runs beside the broker's jars. Nothing of the bus needs it. */
export function kafkaToolsJar(cacheDir: string): Promise<string> {
  return cached(cacheDir, 'kafka-tools-4.1.2', async (folder) => {
    await maven([COPY, `-Dartifact=${TOOLS.artifact}`, `-DoutputDirectory=${folder}`]);
    if ((await sha256Of(join(folder, TOOLS.file))) !== TOOLS.sha256) throw refused("Kafka's tools");
  });
}

/** Lines of `sha256sum`. */
export function parseDigests(text: string): Map<string, string> {
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}

/** What is missing, too much, or other than expected. */
export function mismatches(expected: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): string[] {
  return [
    ...[...expected]
      .filter(([name, digest]) => actual.get(name) !== digest)
      .map(([name]) => (actual.has(name) ? `${name} has another digest` : `${name} is missing`)),
    ...[...actual.keys()].filter((name) => !expected.has(name)).map((name) => `${name} is not listed`),
  ];
}

/** Fills a temporary folder and moves it into place whole, so that two at once, or an interruption, leave nothing half. */
async function cached(cacheDir: string, name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const place = join(cacheDir, name);
  if (existsSync(place)) return place;
  mkdirSync(cacheDir, { recursive: true });
  const folder = mkdtempSync(join(cacheDir, `${name}.`));
  try {
    await fill(folder);
    renameSync(folder, place);
  } catch (error) {
    if (!existsSync(place)) throw error; // another start was first
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return place;
}

async function maven(args: string[]): Promise<void> {
  try {
    await run('mvn', ['-q', '-B', ...args], { maxBuffer: 16 << 20 });
  } catch (error) {
    const { code, stdout = '' } = error as { code?: string | number; stdout?: string };
    if (code === 'ENOENT')
      throw new StartFailure(
        'Maven was not found (mvn)',
        'install Maven 3.8 or newer, which fetches the broker and the registry once',
        { cause: error },
      );
    throw new StartFailure(
      `Maven could not fetch what the local services need (${firstErrorOf(stdout)})`,
      'see that Maven reaches its repository and the disk has room',
      { cause: error },
    );
  }
}

const SHOWN = 300;

/** The first error that Maven names, which is the cause of the others; without colours, cut at a word. */
export function firstErrorOf(stdout: string): string {
  const plain = stripVTControlCharacters(stdout);
  const [, error = 'it gave no reason'] = /\[ERROR\] (.+)/.exec(plain) ?? [];
  return error.length <= SHOWN ? error : `${error.slice(0, error.lastIndexOf(' ', SHOWN))} …`;
}

async function digestsIn(folder: string): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const name of readdirSync(folder)) digests.set(name, await sha256Of(join(folder, name)));
  return digests;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Compiled code runs from dist; what it ships beside it stays in the source folder. */
function sourceOf(name: string): string {
  return join(artifacts.replace(/([/\\])dist[/\\](libs[/\\]local-stack)/, '$1$2'), name);
}

function refused(what: string): StartFailure {
  return new StartFailure(
    `${what} are not what was downloaded when this version was made`,
    'clear the local Maven repository and start again; if it stays so, do not use them',
  );
}
