import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';

// The process behind appointGuardian: reads until its parent lets go of the pipe.
let said = '';
process.stdin.setEncoding('utf8');
for await (const text of process.stdin) said += String(text);
const dataDir = process.argv[2];
if (dataDir && said !== 'dismissed') {
  const ledger = join(dataDir, 'processes.json');
  const children = existsSync(ledger)
    ? (JSON.parse(readFileSync(ledger, 'utf8')) as { children: ProcessIdentity[] }).children
    : [];
  for (const child of children.reverse()) await endProcess(child, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
}
