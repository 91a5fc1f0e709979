import type { Command } from 'commander';
import { schemasByFingerprint } from '#libs/contracts';
import { RegistryError, SchemaCatalogue } from '#libs/event-log';
import { DataFolder } from '../bus/data-folder.js';
import { CliFault, EXIT, type ExitCode } from '../terminal/fault.js';
import { DATA_OPTION } from '../terminal/options.js';
import { runCommand } from '../terminal/run-command.js';
import { Screen } from '../terminal/screen.js';
import { table } from '../terminal/table.js';

interface Options {
  readonly data?: string;
}

export function schemasCommands(program: Command): void {
  const schemas = program.command('schemas').description('the released event schemas');
  schemas
    .command('publish')
    .description('register every released schema; safe to repeat')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExit code 1: the registry refuses a schema, because it breaks an earlier version.')
    .action(({ data }: Options) => runCommand(() => publish(data)));
}

async function publish(path: string | undefined): Promise<ExitCode> {
  const url = new DataFolder(path).endpoints().registry;
  const topicPrefix = process.env['KAFKA_TOPIC_PREFIX'] ?? '';
  const ids = await new SchemaCatalogue({ url, topicPrefix }).publish().catch((error: unknown) => {
    throw error instanceof RegistryError ? faultOf(error) : error;
  });
  const rows = [...ids].map(([fingerprint, id]) => {
    const schema = schemasByFingerprint.get(fingerprint);
    return [schema?.event ?? null, schema?.version ?? null, id, fingerprint];
  });
  new Screen().say(table(COLUMNS, rows));
  return EXIT.fine;
}

const COLUMNS = [
  { title: 'event' },
  { title: 'version', right: true },
  { title: 'id', right: true },
  { title: 'fingerprint' },
];

function faultOf(error: RegistryError): CliFault {
  const { code, subject } = error;
  if (code === 'SCHEMA_INCOMPATIBLE')
    return new CliFault(EXIT.finding, `${subject} breaks an earlier version`, 'release a compatible one', {
      cause: error,
    });
  return new CliFault(EXIT.unreachable, `the registry does not take ${subject} (${code})`, 'see whether it runs', {
    cause: error,
  });
}
