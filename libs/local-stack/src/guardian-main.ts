import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readKept } from './kept-file.js';
import { endProcess } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

// The process behind appointGuardian: reads until its parent lets go of the pipe.
let said = '';
process.stdin.setEncoding('utf8');
for await (const text of process.stdin) said += String(text);
const folder = process.argv[2];
if (folder && existsSync(folder) && said !== 'dismissed') {
  await endAll(folder);
  // Whoever served a folder inside is gone by now, and starts nothing more there.
  for (const inside of readdirSync(folder, { withFileTypes: true }))
    if (inside.isDirectory()) await endAll(join(folder, inside.name));
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

async function endAll(servedFolder: string): Promise<void> {
  const nobody: { children: ProcessIdentity[] } = { children: [] };
  const { children } = readKept(join(servedFolder, 'processes.json'), nobody);
  for (const child of children.reverse()) await endProcess(child, 'SIGKILL');
}
