import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import avsc from 'avsc';
import { describe, expect, it } from '@jest/globals';
import { newestSchema, schemasByFingerprint } from './schema-bundle.js';
import type { EventName } from './schema-bundle.js';

const released = join(import.meta.dirname, '../../../schemas/released');
const versions = readdirSync(released).flatMap((name) =>
  readdirSync(join(released, name))
    .filter((file) => file.endsWith('.avsc'))
    .map((file) => ({ name, version: Number.parseInt(file, 10), path: join(released, name, file) })),
);
const typeOf = (path: string): avsc.Type =>
  avsc.Type.forSchema(JSON.parse(readFileSync(path, 'utf8')) as avsc.Schema, {});

/** A golden event: written once when its version was released. */
interface Golden {
  bytes: string;
  value: unknown;
}

describe.each(versions)('released schema $name $version', ({ name, version, path }) => {
  const golden = JSON.parse(readFileSync(path.replace('.avsc', '.golden.json'), 'utf8')) as Golden;
  const type = typeOf(path);

  it('is in the bundle under the digest of its text', () => {
    const shipped = schemasByFingerprint.get(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(shipped).toMatchObject({ version, event: name.split('.').pop() });
  });

  it('has a type that reads no more items than there are bytes', () => {
    const shipped = [...schemasByFingerprint.values()].find(
      (each) => each.version === version && name.endsWith(`.${each.event}`),
    );
    expect(shipped?.type).toHaveProperty('name', name);
  });

  it('decodes its golden event', () =>
    expect(type.fromBuffer(Buffer.from(golden.bytes, 'base64'))).toEqual(
      type.fromString(JSON.stringify(golden.value)),
    ));

  it('is read by the newest version', () => {
    const reader = newestSchema(name.split('.').pop() as EventName).type;
    expect(
      () => void reader.fromBuffer(Buffer.from(golden.bytes, 'base64'), reader.createResolver(type)),
    ).not.toThrow();
  });

  it('can be exchanged with every other version (FULL_TRANSITIVE)', () => {
    for (const other of versions.filter((each) => each.name === name)) {
      expect(() => type.createResolver(typeOf(other.path))).not.toThrow();
    }
  });

  it('documents every field and gives every enum the default UNKNOWN', () => {
    expect(undocumented(JSON.parse(readFileSync(path, 'utf8')) as unknown)).toEqual([]);
  });
});

function undocumented(node: unknown, at = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => undocumented(each, at));
  if (typeof node !== 'object' || node === null) return [];
  const { type, name, doc, fields, items, default: fallback } = node as Record<string, unknown>;
  const here = typeof name === 'string' ? `${at}/${name}` : at;
  const own = typeof name === 'string' && !doc && type !== 'enum' ? [here] : [];
  const bare = type === 'enum' && fallback !== 'UNKNOWN' ? [`${here}: enum without UNKNOWN`] : [];
  return [
    ...own,
    ...bare,
    ...undocumented(fields, here),
    ...undocumented(items, here),
    ...(typeof type === 'object' ? undocumented(type, here) : []),
  ];
}
