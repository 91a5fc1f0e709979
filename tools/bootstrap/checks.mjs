// `npm run check`: every check runs, also when an earlier one found something.
import { spawnSync } from 'node:child_process';
import { root } from './stamp.mjs';

const checks = [
  ['types', 'typescript7/lib/tsc.js', '-p', 'tsconfig.json', '--noEmit'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['lint', 'eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  [
    'layers',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'apps',
    'libs',
    'test',
  ],
  ['dead code', 'knip/bin/knip.js', '--no-progress'],
];

export function check(node, env) {
  const failed = checks.filter(([name, script, ...args]) => {
    const start = Date.now();
    const { status } = spawnSync(node, [`node_modules/${script}`, ...args], { cwd: root, env, stdio: 'inherit' });
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    return status !== 0;
  });
  return failed.length === 0 ? 0 : 1;
}
