import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appointGuardian, type LocalStack, startLocalStack } from '#libs/local-stack';
import { type Services, sharedServices } from '../deployment/index.js';

/** A database server that can be copied and put back, beside the broker and the registry of the test run. */
export class RestorableServer {
  private constructor(
    private readonly stack: LocalStack,
    private readonly folder: string,
    private readonly guardian: { dismiss: () => void },
  ) {}

  static async start(): Promise<RestorableServer> {
    const folder = mkdtempSync(join(tmpdir(), 'bus-restorable-'));
    const guardian = appointGuardian(folder);
    const stack = await startLocalStack({ dataDir: folder, durable: true, parts: ['postgres'] });
    return new RestorableServer(stack, folder, guardian);
  }

  get services(): Services {
    return { ...sharedServices(), postgres: this.stack.postgresUrl('postgres') };
  }

  /** Ends it as the signal does: SIGINT orderly, SIGKILL as a crash. */
  end(signal: NodeJS.Signals): Promise<void> {
    return this.stack.kill('postgres', signal);
  }

  start(): Promise<void> {
    return this.stack.restart('postgres');
  }

  /** Copies the files of the stopped server. */
  copy(name: string): void {
    this.files('cp', '-a', this.path('cluster'), this.path(name));
  }

  /** Puts a copy in the place of the stopped server's files. */
  putBack(name: string): void {
    rmSync(this.path('cluster'), { recursive: true });
    this.files('cp', '-a', this.path(name), this.path('cluster'));
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    this.guardian.dismiss();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  private path(name: string): string {
    return join(this.folder, 'postgres', name);
  }

  /** By a program that keeps owners and rights, which the server insists on. */
  private files(command: string, ...args: readonly string[]): void {
    execFileSync(command, [...args]);
  }
}

/** The data folder of a deployment as it is seen from where Kafka cannot be reached. */
export function withoutKafka(folder: string): string {
  const blind = mkdtempSync(join(tmpdir(), 'bus-blind-'));
  const endpoints = JSON.parse(readFileSync(join(folder, 'endpoints.json'), 'utf8')) as object;
  writeFileSync(join(blind, 'endpoints.json'), JSON.stringify({ ...endpoints, kafka: ['127.0.0.1:1'] }));
  writeFileSync(join(blind, 'mac-keys.secret'), readFileSync(join(folder, 'mac-keys.secret')), { mode: 0o600 });
  return blind;
}
