import { Command } from 'commander';
import { clockCommands } from './commands/clock.js';
import { escalationsCommand } from './commands/escalations.js';
import { journalCommands } from './commands/journal.js';
import { lagCommand } from './commands/lag.js';
import { membersCommands } from './commands/members.js';
import { parkingCommands } from './commands/parking.js';
import { schemasCommands } from './commands/schemas.js';
import { simulateCommand } from './commands/simulate.js';
import { traceCommand } from './commands/trace.js';
import { verifyCommand } from './commands/verify.js';
import { webhooksCommands } from './commands/webhooks.js';
import { EXIT } from './terminal/fault.js';
import { hearClosedPipe } from './terminal/screen.js';

hearClosedPipe();
const program = new Command('bus')
  .description('Operate, watch and verify a referral bus.')
  .addHelpText('after', '\nExit codes: 0 fine, 1 something was found, 2 called wrongly, 3 a part cannot be reached.')
  .showHelpAfterError('(bus --help tells more)')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.fine : EXIT.usage));
for (const add of [
  simulateCommand,
  lagCommand,
  traceCommand,
  escalationsCommand,
  parkingCommands,
  verifyCommand,
  journalCommands,
  clockCommands,
  membersCommands,
  webhooksCommands,
  schemasCommands,
])
  add(program);
await program.parseAsync();
