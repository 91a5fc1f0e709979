import type { Command } from 'commander';
import { z } from 'zod';
import { DataFolder } from '../bus/data-folder.js';
import { StaffDoor } from '../bus/staff.js';
import { DATA_OPTION } from '../terminal/options.js';
import { EXIT, type ExitCode } from '../terminal/fault.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

interface Options {
  readonly data?: string;
  readonly purpose: string;
}

export function traceCommand(program: Command): void {
  program
    .command('trace <referral>')
    .description('everything that the trail knows of a referral: who, when, which event, and its leaf')
    .option(...DATA_OPTION)
    .option('--purpose <code>', 'what the trail is read for: AUDIT, PROSECUTE, CRIMINAL_PROCEEDINGS_SUPPORT', 'AUDIT')
    .addHelpText('after', '\nEach reading is logged with its purpose. Exit code 1: the trail knows no such referral.')
    .action((id: string, options: Options) => runCommand(() => trace(id, options)));
}

const entryShape = z.looseObject({
  lane: z.number(),
  position: z.number(),
  type: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  leaf: z.string(),
  actor: z.looseObject({ agency: z.string(), role: z.string() }).nullable(),
});
const pageShape = z.looseObject({ items: z.array(entryShape), next: z.string().nullable() });

type Entry = z.output<typeof entryShape>;

async function trace(id: string, { data, purpose }: Options): Promise<ExitCode> {
  const door = new StaffDoor(new DataFolder(data), ['DPA_COMPLIANCE', 'OVERSIGHT', 'SCHEME_ADMIN']);
  const entries: Entry[] = [];
  for (let query: string | null = ''; query !== null;) {
    const page: z.output<typeof pageShape> | null = await door.find(
      `/v1/audit/trace/${encodeURIComponent(id)}${query}`,
      pageShape,
      { 'Bus-Purpose': purpose },
    );
    entries.push(...(page?.items ?? []));
    query = page?.next ? `?cursor=${encodeURIComponent(page.next)}` : null;
  }
  const found = entries.length > 0;
  new Screen().say(found ? table(COLUMNS, entries.map(rowOf)) : `The trail knows no referral ${id}.`);
  return found ? EXIT.fine : EXIT.finding;
}

const COLUMNS = [
  { title: 'lane', right: true },
  { title: 'position', right: true },
  { title: 'accepted' },
  { title: 'event' },
  { title: 'by' },
  { title: 'leaf' },
];

const rowOf = ({ lane, position, acceptedAt, type, actor, leaf }: Entry): (string | number | null)[] => [
  lane,
  position,
  acceptedAt,
  type,
  actor && `${actor.agency} (${actor.role})`,
  leaf,
];
