import avsc from 'avsc';

/** The part of avsc's inner reader that counting needs. */
interface Tap {
  readonly buf: Buffer;
  readonly pos: number;
  readLong(): number;
  readString(): string;
}

interface Reads {
  _read(tap: Tap): unknown;
}

/**
 * The type of a schema, with lists and maps that are read within the bytes that there are. avsc believes the number in front of
 * a block, so a record of a hundred bytes could name four thousand million items and take the memory of every consumer that
 * decodes it. No item of a released schema takes less than a byte, so more items than bytes left cannot be.
 * @throws TypeError for a schema with lists of items of no bytes, which must not be released
 */
export function boundedType(schema: avsc.Schema): avsc.Type {
  // A fresh options object each time: avsc writes its type registry into it.
  return avsc.Type.forSchema(schema, { typeHook: boundedPart });
}

function boundedPart(schema: avsc.Schema, options: avsc.ForSchemaOptions): avsc.Type | undefined {
  if (typeof schema !== 'object' || Array.isArray(schema) || !('type' in schema)) return undefined;
  if (schema.type === 'array') return new BoundedArray(schema, options);
  return schema.type === 'map' ? new BoundedMap(schema, options) : undefined;
}

// `this` is the type, or a resolver that avsc made from it with the same method.
class BoundedArray extends avsc.types.ArrayType {
  constructor(schema: avsc.Schema, options: avsc.ForSchemaOptions) {
    super(schema, options);
    if (takesNoBytes(this.itemsType)) throw new TypeError('items without bytes cannot be bounded');
  }

  _read(this: { readonly itemsType: Reads }, tap: Tap): unknown[] {
    const items: unknown[] = [];
    for (let left = blockSize(tap); left > 0; left = blockSize(tap)) {
      for (; left > 0; left--) items.push(this.itemsType._read(tap));
    }
    return items;
  }

  /** For a field that the reader does not have. */
  _skip(tap: Tap): void {
    this._read.call(this as unknown as { itemsType: Reads }, tap);
  }
}

class BoundedMap extends avsc.types.MapType {
  _read(this: { readonly valuesType: Reads }, tap: Tap): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (let left = blockSize(tap); left > 0; left = blockSize(tap)) {
      for (; left > 0; left--) entries.push([tap.readString(), this.valuesType._read(tap)]);
    }
    return Object.fromEntries(entries);
  }

  _skip(tap: Tap): void {
    this._read.call(this, tap);
  }
}

/** Number of items of the next block, 0 after the last. A negative number is followed by the size of the block. */
function blockSize(tap: Tap): number {
  const said = tap.readLong();
  if (said < 0) tap.readLong();
  const count = Math.abs(said);
  if (!(count <= tap.buf.length - tap.pos)) throw new RangeError('more items than bytes');
  return count;
}

const takesNoBytes = (type: avsc.Type): boolean =>
  type.typeName === 'null' ||
  (type instanceof avsc.types.RecordType && type.fields.every((field) => takesNoBytes(field.type)));
