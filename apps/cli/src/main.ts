import { Command } from 'commander';
import { EXIT } from './terminal/fault.js';
import { hearClosedPipe } from './terminal/screen.js';

/** By name, each with what it needs when it is asked for: all of it takes a second to load. */
const commands = {
  simulate: async () => (await import('./commands/simulate.js')).simulateCommand,
  lag: async () => (await import('./commands/lag.js')).lagCommand,
  trace: async () => (await import('./commands/trace.js')).traceCommand,
  escalations: async () => (await import('./commands/escalations.js')).escalationsCommand,
  parking: async () => (await import('./commands/parking.js')).parkingCommands,
  verify: async () => (await import('./commands/verify.js')).verifyCommand,
  journal: async () => (await import('./commands/journal.js')).journalCommands,
  clock: async () => (await import('./commands/clock.js')).clockCommands,
  members: async () => (await import('./commands/members.js')).membersCommands,
  webhooks: async () => (await import('./commands/webhooks.js')).webhooksCommands,
  schemas: async () => (await import('./commands/schemas.js')).schemasCommands,
};

hearClosedPipe();
const program = new Command('bus')
  .description('Operate, watch and verify a referral bus.')
  .addHelpText('after', '\nExit codes: 0 fine, 1 something was found, 2 called wrongly, 3 a part cannot be reached.')
  .showHelpAfterError('(bus --help tells more)')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.fine : EXIT.usage));
const [, , name = ''] = process.argv;
const asked = Object.entries(commands).filter(([each]) => each === name);
for (const [, load] of asked.length > 0 ? asked : Object.entries(commands)) {
  const add = await load();
  add(program);
}
await program.parseAsync();
