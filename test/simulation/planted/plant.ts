import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { interleave } from '../interleaving.js';
import { type PlantedBug, plantedBugs } from './planted-bugs.js';

const QUERY = 'planted';
const dist = new URL('../../../', import.meta.url).href;
/** Shared by the sound bus and every other: what is patched or replaced once in a process. */
const SHARED = /\/test\/simulation\/world\/|\/libs\/event-log\/src\/kafkajs\//;

/** Lets this process load the bus once more with a bug in it: every file of ours anew, packages as they are. */
export function prepareGround(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const bug = context.parentURL && new URL(context.parentURL).searchParams.get(QUERY);
      if (!bug || !resolved.url.startsWith(dist) || resolved.url.includes('node_modules') || SHARED.test(resolved.url))
        return resolved;
      return { ...resolved, url: withBug(resolved.url, bug) };
    },
    load(url, context, next) {
      const loaded = next(url, context);
      const name = url.startsWith(dist) ? new URL(url).searchParams.get(QUERY) : null;
      const bug = plantedBugs.find((each) => each.name === name);
      if (!bug || !fileURLToPath(url).endsWith(`/${bug.file}`)) return loaded;
      return { ...loaded, source: changed(textOf(loaded.source), bug) };
    },
  });
}

const textOf = (source: unknown): string => {
  if (typeof source === 'string') return source;
  if (source instanceof Uint8Array) return Buffer.from(source).toString('utf8');
  throw new TypeError('a module without source');
};

/** Interleaves a bus that has this bug. */
export async function interleaveWith({ name }: PlantedBug): Promise<typeof interleave> {
  const entry = withBug(new URL('../interleaving.js', import.meta.url).href, name);
  return ((await import(entry)) as { interleave: typeof interleave }).interleave;
}

function withBug(address: string, name: string): string {
  const url = new URL(address);
  url.searchParams.set(QUERY, name);
  return url.href;
}

function changed(source: string, { name, changes }: PlantedBug): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2)
      throw new Error(`planted bug "${name}": its text does not stand there once: ${from}`);
    return text.replace(from, () => to);
  }, source);
}
