// `npm run client:pack [-- folder]`: libs/client as a package that needs nothing of this repository, for `npm install FILE`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '../bootstrap/failure.mjs';
import { npm } from '../bootstrap/node.mjs';
import { root } from '../bootstrap/stamp.mjs';

const source = join(root, 'libs/client');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { name, ...manifest } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));

const to = resolve(process.argv[2] ?? root);
mkdirSync(to, { recursive: true });
const made = mkdtempSync(join(tmpdir(), 'bus-client-'));
try {
  const compiler = [join(root, 'node_modules/typescript7/lib/tsc.js'), '-p', source, '--outDir', join(made, 'lib')];
  const { status } = spawnSync(process.execPath, compiler, { stdio: 'inherit' });
  if (status !== 0) throw new Failure('The client does not compile: the errors are above.');
  writeFileSync(join(made, 'package.json'), `${JSON.stringify({ name, version, ...manifest }, null, 2)}\n`);
  cpSync(join(source, 'README.md'), join(made, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(made, 'LICENSE'));
  npm(['pack', '--pack-destination', to], made, process.env);
  console.log(join(to, `${name}-${version}.tgz`));
} finally {
  rmSync(made, { recursive: true, force: true });
}
