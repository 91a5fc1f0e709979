import pg from 'pg';
import { BoundedClient, type BoundedConfig } from '#libs/postgres';

/** Kept by the server: a writer that stands still with lanes locked is put out of its transaction, so that others can go on. */
const BOUNDS = { lock_timeout: 5_000, statement_timeout: 15_000, idle_in_transaction_session_timeout: 10_000 } as const;

/** Where the journal is. `Client` makes the connections, where something else than PostgreSQL's own client is to. */
export type JournalDatabase = BoundedConfig & { readonly Client?: new (config?: pg.ClientConfig) => pg.Client };

/** A connection of its own for one loop: opened when needed, dropped on any doubt about what state it is in. */
export class WriterConnection {
  private client: pg.Client | null = null;

  constructor(
    private readonly database: JournalDatabase,
    private readonly onError: (error: Error) => void,
  ) {}

  /**
   * `work` sends BEGIN and COMMIT itself, so that they travel with its statements.
   * A failed statement rolls back and keeps the connection; a failure of the connection drops it.
   */
  async transaction<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = await this.connected();
    try {
      return await work(client);
    } catch (error) {
      await this.recover(client, error);
      throw error;
    }
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    // In a pipeline statements follow each other without waiting for their answers.
    const { Client = BoundedClient } = this.database;
    const client = new Client({ ...BOUNDS, ...this.database, pipeline: true });
    client.on('error', (error) => this.drop(client, error));
    client.on('end', () => this.drop(client, null));
    await client.connect();
    this.client = client;
    return client;
  }

  private async recover(client: pg.Client, error: unknown): Promise<void> {
    if (!(error instanceof pg.DatabaseError)) return this.discard(client);
    try {
      await client.query('ROLLBACK');
    } catch (rollbackError) {
      this.onError(rollbackError as Error);
      await this.discard(client);
    }
  }

  private async discard(client: pg.Client): Promise<void> {
    this.drop(client, null);
    await client.end().catch((error: unknown) => this.onError(error as Error));
  }

  private drop(client: pg.Client, error: Error | null): void {
    if (this.client === client) this.client = null;
    if (error) this.onError(error);
  }
}
