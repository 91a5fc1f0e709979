import { Command } from 'commander';

/** Wide enough that an option has a line, whatever reads it. */
const WIDTH = 160;

/** The command line of a program of this folder. What it is called wrongly with is told in one line, and ends it with 2. */
export function programOf(script: string, description: string): Command {
  return new Command(`npm run ${script} --`)
    .description(description)
    .configureHelp({ helpWidth: WIDTH })
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(`${text.trim()} (--help tells more)\n`) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}
