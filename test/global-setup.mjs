// One throw-away set of real services for all specs of a run that need them. Whatever happens to this process, its guardian
// ends them and removes their folder.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appointGuardian, startLocalStack } from '../dist/libs/local-stack/src/index.js';

const root = join(import.meta.dirname, '..');

export default async function setup({ nonFlagArgs = [] }) {
  if (!needsServices(nonFlagArgs)) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'bus-test-'));
  const guardian = appointGuardian(dataDir);
  const stack = await startLocalStack({ dataDir, durable: false, kafkaDoors: ['spec'], onProgress: report });
  process.env.BUS_TEST_KAFKA = stack.kafka.join(',');
  process.env.BUS_TEST_KAFKA_DOOR = JSON.stringify(stack.kafkaDoors[0]);
  process.env.BUS_TEST_REGISTRY = stack.registry;
  process.env.BUS_TEST_COMPILED = join(dataDir, 'compiled');
  process.env.BUS_TEST_POSTGRES = stack.postgresUrl('postgres');
  globalThis.busTestServices = { stack, guardian, dataDir };
}

/** True unless the files asked for by name are all pure. */
function needsServices(asked) {
  if (asked.length === 0) return true;
  const real = ['apps', 'libs', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, String(name))),
  );
  return real.some((path) => path.endsWith('.int-spec.ts') && asked.some((pattern) => new RegExp(pattern).test(path)));
}

function report(part, detail) {
  process.stderr.write(`services: ${part} ${detail}\n`);
}
