import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  appointGuardian,
  type LocalStack,
  type LocalStackOptions,
  type Part,
  startLocalStack,
} from '#libs/local-stack';
import { specPostgresUrl } from '#libs/testing';

/** A broker, a registry and a database that deployments live on, each deployment with topics and databases of its own. */
export interface Services {
  /** `host:port`, each. */
  readonly kafka: readonly string[];
  readonly registry: string;
  /** URL of the database `postgres` as superuser. */
  readonly postgres: string;
}

/** Those of this test run. @throws Error when the run brought none up */
export function sharedServices(): Services {
  return {
    kafka: (process.env['BUS_TEST_KAFKA'] ?? '').split(','),
    registry: process.env['BUS_TEST_REGISTRY'] ?? '',
    postgres: specPostgresUrl(),
  };
}

export type OwnServicesOptions = Pick<LocalStackOptions, 'durable' | 'kafkaHeapMb' | 'kafkaDoors' | 'onProgress'> & {
  /** A new one unless given. It is removed with the services. */
  readonly dataDir?: string;
};

/**
 * Services of one's own in a throw-away folder, each a process that can be killed, stopped, continued and restarted alone.
 * A guardian ends them and removes the folder, however this process goes.
 */
export class OwnServices implements Services {
  private constructor(
    readonly stack: LocalStack,
    readonly folder: string,
    private readonly guardian: Guardian,
  ) {}

  static async start({ dataDir, ...options }: OwnServicesOptions): Promise<OwnServices> {
    const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'bus-services-'));
    const guardian = appointGuardian(folder);
    try {
      return new OwnServices(await startLocalStack({ dataDir: folder, ...options }), folder, guardian);
    } catch (error) {
      leave(folder, guardian);
      throw error;
    }
  }

  get kafka(): readonly string[] {
    return this.stack.kafka;
  }

  get registry(): string {
    return this.stack.registry;
  }

  get postgres(): string {
    return this.stack.postgresUrl('postgres');
  }

  isRunning(part: Part): boolean {
    return this.stack.processOf(part) !== null;
  }

  /** @throws Error when it does not run */
  pidOf(part: Part): number {
    const found = this.stack.processOf(part);
    if (!found) throw new Error(`${part} does not run`);
    return found.pid;
  }

  /** Stops one part as this signal does. */
  kill(part: Part, signal: NodeJS.Signals): Promise<void> {
    return this.stack.kill(part, signal);
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    leave(this.folder, this.guardian);
  }
}

interface Guardian {
  readonly dismiss: () => void;
}

function leave(folder: string, guardian: Guardian): void {
  guardian.dismiss();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
