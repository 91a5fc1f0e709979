import { BUS_NOW } from '#libs/projections';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What time it is for the bus, as far as this database was told: training puts it ahead. */
@Injectable()
export class BusClock {
  constructor(private readonly database: DataSource) {}

  /** In ms since 1970, UTC. */
  async now(): Promise<number> {
    const [row] = await this.database.query<{ now: Date }[]>(`SELECT ${BUS_NOW} AS now`);
    if (!row) throw new RangeError('a statement without its row');
    return row.now.getTime();
  }
}
