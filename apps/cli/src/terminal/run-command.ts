import { CliFault, EXIT, type ExitCode, wordsOf } from './fault.js';

/** Runs a command and ends with its exit code; a fault is told in one sentence. */
export async function runCommand(work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`bus: ${error instanceof CliFault ? error.message : unforeseen(error)}\n`);
    process.exitCode = error instanceof CliFault ? error.exit : EXIT.unreachable;
  }
}

const unforeseen = (error: unknown): string =>
  process.env['BUS_DEBUG'] && error instanceof Error
    ? String(error.stack)
    : `${wordsOf(error)} (nothing that the command expected; BUS_DEBUG=1 shows where it happened).`;
