import type { ToldItem } from '../checks/told-items.js';
import type { ConsumerReader } from './consumer-reader.js';

/** The agencies' feeds, as an outsider reads them. */
export class ToldReader {
  constructor(private readonly reader: ConsumerReader) {}

  async *items(lanes: readonly number[]): AsyncGenerator<ToldItem & { readonly lane: number }> {
    const pages = this.reader.snapshot.pages<{ agency: string; lane: number; position: string; source: string }>(
      `SELECT agency, lane, position, source FROM ${this.reader.schema}.item WHERE lane = ANY($1::int[])`,
      [lanes],
    );
    for await (const page of pages)
      for (const { position, source, ...row } of page)
        yield { ...row, position: Number(position), source: Number(source) };
  }
}
