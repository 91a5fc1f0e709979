import { Command } from 'commander';
import { journalCommands } from './commands/journal.js';
import { simulateCommand } from './commands/simulate.js';
import { staffCommands } from './commands/staff-commands.js';
import { verifyCommand } from './commands/verify.js';

const program = new Command('bus').description('Operate, watch and verify a referral bus.').showHelpAfterError();
simulateCommand(program);
staffCommands(program);
verifyCommand(program);
journalCommands(program);
await program.parseAsync();
