import { Session } from 'node:inspector/promises';
import type { CpuProfile, CpuProfileNode } from './row.js';

const LISTED = 12;
const IDLE = new Set(['(idle)', '(program)']);

/** The profile of this process while `work` runs. */
export async function profileThisProcess(work: () => Promise<unknown>): Promise<CpuProfile> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    await work();
    return (await session.post('Profiler.stop')).profile as CpuProfile;
  } finally {
    session.disconnect();
  }
}

/** Two lists as Markdown: own time by module and by function, in shares of the whole time. */
export function summarise(profile: CpuProfile): string[] {
  const spent = ownTimes(profile);
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [
    `- by module: ${shares(grouped(spent, moduleOf), total)}`,
    `- by function: ${shares(grouped(spent, functionOf), total)}`,
  ];
}

function ownTimes({ nodes, samples, timeDeltas }: CpuProfile): Map<CpuProfileNode, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map<CpuProfileNode, number>();
  samples.forEach((id, index) => {
    const node = byId.get(id);
    // A sample's time runs until the next one is taken.
    if (node) spent.set(node, (spent.get(node) ?? 0) + (timeDeltas[index + 1] ?? 0));
  });
  return spent;
}

function grouped(
  spent: ReadonlyMap<CpuProfileNode, number>,
  nameOf: (node: CpuProfileNode) => string,
): Map<string, number> {
  const groups = new Map<string, number>();
  for (const [node, time] of spent) groups.set(nameOf(node), (groups.get(nameOf(node)) ?? 0) + time);
  return groups;
}

function shares(groups: ReadonlyMap<string, number>, total: number): string {
  return [...groups]
    .sort(([, a], [, b]) => b - a)
    .slice(0, LISTED)
    .map(([name, time]) => `${name} ${((100 * time) / total).toFixed(1)} %`)
    .join(', ');
}

/** `libs/journal`, `node_modules/pg`, `node:net`, or what V8 says of itself, such as `(garbage collector)`. */
function moduleOf({ callFrame: { url, functionName } }: CpuProfileNode): string {
  if (url === '') return functionName.startsWith('(') ? spoken(functionName) : 'built in';
  if (url.startsWith('node:')) return url.split('/')[0] ?? url;
  const [, packageName] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/[^]*$/.exec(url) ?? [];
  if (packageName) return packageName;
  return /dist\/((?:apps|libs)\/[^/]+|test\/[^/]+)\//.exec(url)?.[1] ?? 'other';
}

function functionOf(node: CpuProfileNode): string {
  const { functionName, url } = node.callFrame;
  if (functionName.startsWith('(') && url === '') return spoken(functionName);
  return `${functionName || 'anonymous'} (${moduleOf(node)})`;
}

const spoken = (name: string): string => (IDLE.has(name) ? `${name.slice(1, -1)}` : name);
