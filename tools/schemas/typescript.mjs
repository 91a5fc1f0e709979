// TypeScript types of the newest released version of each event, and each enum's symbols as a list.
const primitives = {
  string: 'string',
  int: 'number',
  long: 'number',
  boolean: 'boolean',
  bytes: 'Buffer',
  null: 'null',
};

export function typescriptOf(events) {
  const named = new Map();
  for (const { schema } of events) collect(schema, named);
  for (const schema of named.values())
    if (schema.type === 'fixed') primitives[`${schema.namespace}.${schema.name}`] = 'Buffer';
  const blocks = [...named.values()].filter((schema) => schema.type !== 'fixed').map(declare);
  const map = events.map(({ schema }) => `  ${schema.name}: ${schema.name};`).join('\n');
  return [
    '// Generated from schemas/ by `npm run schemas`. Do not edit.',
    '',
    ...blocks,
    '/** Each event by its name; `meta` comes first in all of them. */',
    `export interface EventRecords {\n${map}\n}\n`,
  ].join('\n');
}

function collect(node, named) {
  if (typeof node === 'string' || node === null) return;
  if (Array.isArray(node)) return node.forEach((each) => collect(each, named));
  if (node.fields) node.fields.forEach((field) => collect(field.type, named));
  if (node.items) collect(node.items, named);
  if (node.values) collect(node.values, named);
  if (typeof node.type === 'object') collect(node.type, named);
  if (node.name && ['record', 'enum', 'fixed'].includes(node.type)) named.set(`${node.namespace}.${node.name}`, node);
}

function declare(schema) {
  const doc = schema.doc ? `/** ${schema.doc} */\n` : '';
  if (schema.type === 'enum') {
    const list = schema.symbols.filter((symbol) => symbol !== 'UNKNOWN').map((symbol) => `  '${symbol}',`);
    const name = schema.name;
    return `${doc}export type ${name} = (typeof ${constant(name)})[number] | 'UNKNOWN';\nexport const ${constant(name)} = [\n${list.join('\n')}\n] as const;\n`;
  }
  const fields = schema.fields.map((field) => `  /** ${field.doc} */\n  ${field.name}: ${typeOf(field.type)};`);
  return `${doc}export interface ${schema.name} {\n${fields.join('\n')}\n}\n`;
}

/** OffenceType → OFFENCE_TYPES */
function constant(name) {
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  return /[^AEIOU]Y$/.test(words) ? `${words.slice(0, -1)}IES` : words.endsWith('S') ? `${words}ES` : `${words}S`;
}

function typeOf(node) {
  if (typeof node === 'string') return primitives[node] ?? node.split('.').pop();
  if (Array.isArray(node))
    return node
      .map(typeOf)
      .sort((a) => (a === 'null' ? 1 : -1))
      .join(' | ');
  if (node.type === 'array') {
    const items = typeOf(node.items);
    return items.includes(' ') ? `(${items})[]` : `${items}[]`;
  }
  if (node.type === 'map') return `Record<string, ${typeOf(node.values)}>`;
  if (node.type === 'fixed') return 'Buffer';
  if (node.type === 'record' || node.type === 'enum') return node.name;
  return typeOf(node.type);
}
