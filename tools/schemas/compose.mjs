// Puts each event's schema together with the shared types that it names: a released text stands alone.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const families = ['referral', 'escalation', 'access', 'membership'];

export function readSources(root) {
  const read = (folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.avsc'))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(root, folder, file), 'utf8')));
  const typesOf = (family) => (existsSync(join(root, family, 'types')) ? read(join(family, 'types')) : []);
  const shared = new Map(
    [...read('shared'), ...families.flatMap(typesOf)].map((schema) => [`${schema.namespace}.${schema.name}`, schema]),
  );
  return families.flatMap((family) => read(family).map((schema) => ({ family, schema: inline(schema, shared) })));
}

/** The released text: one line an attribute level, so that a difference between versions can be read. */
export function textOf(schema) {
  return JSON.stringify(schema, null, 1) + '\n';
}

function inline(schema, shared) {
  const defined = new Set();
  const visit = (node) => {
    if (typeof node === 'string') {
      if (!shared.has(node) || defined.has(node)) return node;
      defined.add(node);
      return visit(shared.get(node));
    }
    if (Array.isArray(node)) return node.map(visit);
    const copy = { ...node };
    if (copy.fields) copy.fields = copy.fields.map((field) => ({ ...field, type: visit(field.type) }));
    if (copy.items) copy.items = visit(copy.items);
    if (copy.values) copy.values = visit(copy.values);
    if (copy.type && typeof copy.type === 'object') copy.type = visit(copy.type);
    return copy;
  };
  return visit(schema);
}
