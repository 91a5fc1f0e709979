// Loaded into an app by NODE_OPTIONS=--import: SIGUSR2 begins a CPU profile, the next SIGUSR2 writes it down.
import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

// A program that the bench started ends with it, however it went.
process.on('disconnect', () => process.exit());

let session: Session | null = null;

process.on('SIGUSR2', () => void toggle());

async function toggle(): Promise<void> {
  if (session === null) {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  session = null;
  const path = process.env['BENCH_PROFILE'] ?? '';
  writeFileSync(`${path}.new`, JSON.stringify(profile));
  renameSync(`${path}.new`, path);
}
