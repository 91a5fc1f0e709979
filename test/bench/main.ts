import { Option } from 'commander';
import { wholeNumber } from '../../apps/cli/src/terminal/options.js';
import { commitId } from '../figures/commit.js';
import { programOf } from '../terminal/program.js';
import { LEAST, refusalOf } from './harness/recordable.js';
import { runGroup } from './harness/run-group.js';
import { groups } from './groups.js';

interface Options {
  readonly group?: string;
  readonly only?: string;
  readonly repeats: number;
  readonly seconds: number;
  readonly minutes: number;
  readonly profile?: boolean;
  readonly dry?: boolean;
}

const program = programOf('bench', 'Measures every step against a limit that is measured in the same run.')
  .addOption(
    new Option('--group <name>', 'one group; all of them when left out').choices(groups.map(({ name }) => name)),
  )
  .option('--only <parts>', 'rows whose id holds this text, or one of several between commas')
  .option('--repeats <n>', 'of limit and figure, in turn', wholeNumber(1, 100), LEAST.repeats)
  .option('--seconds <n>', 'counted time of one measurement', wholeNumber(1, 600), LEAST.seconds)
  .option('--minutes <n>', 'how long the memory is watched', wholeNumber(1, 600), LEAST.minutes)
  .option('--profile', 'profiles every row, not only those that miss their goal')
  .option('--dry', 'prints, and writes nothing down')
  .parse();
const { group, only = '', dry = false, profile = false, ...times } = program.opts<Options>();
const commit = commitId();
const refusal = dry ? null : refusalOf(commit, times);
if (refusal !== null) program.error(`${refusal}; --dry measures it all the same`, { exitCode: 2 });

const parts = only.split(',');
const isWanted = ({ id }: { readonly id: string }): boolean => parts.some((part) => id.includes(part));
let without = 0;
for (const each of groups) {
  if (group === undefined || each.name === group)
    without += await runGroup(each, { ...times, profile, commit, isWanted, dry });
}
// A goal that is missed is a result; a row whose data are wrong, or that broke, has none.
process.exitCode = without > 0 ? 1 : 0;
