// A sample of each released version, encoded once and kept: it must decode for ever.
export function goldenOf(type, schema) {
  const value = sampleOf(schema, schema.name);
  return (
    JSON.stringify(
      { bytes: type.toBuffer(value).toString('base64'), value: JSON.parse(type.toString(value)) },
      null,
      1,
    ) + '\n'
  );
}

/** Optional parts are filled, so that the sample touches every type of the schema. */
function sampleOf(root, seed) {
  const named = new Map();
  const visit = (node, path) => {
    if (typeof node === 'string' && named.has(node)) return visit(named.get(node), path);
    if (Array.isArray(node))
      return visit(
        node.find((branch) => branch !== 'null'),
        path,
      );
    const kind = typeof node === 'string' ? node : node.type;
    if (typeof node === 'object' && node.name) named.set(`${node.namespace}.${node.name}`, node);
    if (kind === 'record')
      return Object.fromEntries(node.fields.map((field) => [field.name, visit(field.type, `${path}.${field.name}`)]));
    if (kind === 'array') return [visit(node.items, `${path}[0]`)];
    if (kind === 'map') return { key: visit(node.values, `${path}{}`) };
    if (kind === 'enum') return node.symbols.at(-1);
    if (kind === 'fixed') return Buffer.alloc(node.size, path.length % 251);
    if (kind === 'bytes') return Buffer.from(path);
    if (kind === 'string') return node.logicalType === 'uuid' ? '0198c1f0-0000-7000-8000-000000000001' : path;
    if (kind === 'long') return 1767225600000 + path.length;
    if (kind === 'int') return path.length;
    if (kind === 'boolean') return true;
    throw new Error(`no sample for ${JSON.stringify(node)}`);
  };
  return visit(root, seed);
}
