// `npm run schemas`: releases schemas that changed and generates what the code uses of them.
// A released text is never edited: a change becomes the next version, refused unless every released version can read it
// and be read by it (FULL_TRANSITIVE).
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import avsc from 'avsc';
import { readSources, textOf } from './compose.mjs';
import { goldenOf } from './golden.mjs';
import { typescriptOf } from './typescript.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const released = join(root, 'schemas', 'released');
const generated = join(root, 'libs', 'contracts', 'src', 'generated');

const events = readSources(join(root, 'schemas'));
for (const event of events) release(event);
writeFileSync(join(generated, 'events.ts'), typescriptOf(events));
writeFileSync(join(generated, 'released.ts'), bundleOf(events));

function versionsOf(name) {
  const folder = join(released, name);
  if (!existsSync(folder)) return [];
  const numbers = readdirSync(folder).flatMap((file) => (/^\d+\.avsc$/.test(file) ? [parseInt(file, 10)] : []));
  return numbers
    .sort((a, b) => a - b)
    .map((version) => ({ version, text: readFileSync(join(folder, `${version}.avsc`), 'utf8') }));
}

function release({ schema }) {
  const name = `${schema.namespace}.${schema.name}`;
  const text = textOf(schema);
  const versions = versionsOf(name);
  if (versions.at(-1)?.text === text) return;
  const type = avsc.Type.forSchema(JSON.parse(text));
  for (const earlier of versions) {
    const old = avsc.Type.forSchema(JSON.parse(earlier.text));
    type.createResolver(old);
    old.createResolver(type);
  }
  const version = (versions.at(-1)?.version ?? 0) + 1;
  mkdirSync(join(released, name), { recursive: true });
  writeFileSync(join(released, name, `${version}.avsc`), text);
  writeFileSync(join(released, name, `${version}.golden.json`), goldenOf(type, schema));
  console.log(`released ${name} ${version}`);
}

function bundleOf(all) {
  const rows = all.flatMap(({ family, schema }) =>
    versionsOf(`${schema.namespace}.${schema.name}`).map(({ version, text }) => {
      const fingerprint = createHash('sha256').update(text).digest('hex');
      const json = JSON.stringify(text).replaceAll("'", "\\'");
      return `  {\n    event: '${schema.name}',\n    topic: 'bus.${family}.v1',\n    version: ${version},\n    fingerprint: '${fingerprint}',\n    text: ${json},\n  },`;
    }),
  );
  return `// Generated from schemas/released by \`npm run schemas\`. Do not edit.\n\n/** Every released schema text, which apps ship: fingerprints resolve without the registry. */\nexport const releasedSchemas = [\n${rows.join('\n')}\n] as const;\n`;
}
