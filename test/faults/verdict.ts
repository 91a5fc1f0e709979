import { z } from 'zod';
import type { CommandResult, Deployment } from '../deployment/index.js';

const reportShape = z.object({
  sound: z.boolean(),
  checks: z.array(
    z.object({ name: z.string(), findings: z.array(z.object({ kind: z.string(), at: z.string(), what: z.string() })) }),
  ),
});

/** What `bus verify` finds, run as an operator runs it, with or without a ledger of answers. */
export async function findingsOf(bus: Deployment, ledger: string | null, caughtUpMs: number): Promise<string[]> {
  const args = [
    'verify',
    '--json',
    '--wait',
    String(Math.ceil(caughtUpMs / 1000)),
    ...(ledger === null ? [] : ['--ledger', ledger]),
  ];
  const result = await bus.bus(args).done;
  return read(result).checks.flatMap(({ findings }) => findings.map(({ kind, at, what }) => `${kind}: ${at}: ${what}`));
}

/** @throws Error with the command's own words when it gave no report */
function read({ stdout, stderr }: CommandResult): z.output<typeof reportShape> {
  try {
    return reportShape.parse(JSON.parse(stdout));
  } catch {
    throw new Error(stderr.trim() || 'bus verify said nothing');
  }
}
