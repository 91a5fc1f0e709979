import { execFileSync } from 'node:child_process';

/** What was measured: the checkout's commit, with a `+` where files of the program differ from it; prose and figures are none of it. */
export function commitId(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', ':!docs', ':!*.md') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
}
