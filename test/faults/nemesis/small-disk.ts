import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnServices } from '../../deployment/index.js';
import { restartService } from './services.js';

/**
 * Puts a folder of PostgreSQL onto a file system of its own, small enough to be filled. Its mount is seen by this process and
 * its children alone (`unshare --mount`) and goes with them.
 */
export class SmallDisk {
  private constructor(
    private readonly services: OwnServices,
    private readonly folder: string,
  ) {}

  /** @param name below the cluster's folder: `base` for data, `pg_wal` for the log */
  static async under(services: OwnServices, name: 'base' | 'pg_wal', megabytes: number): Promise<SmallDisk> {
    const folder = join(services.folder, 'postgres/cluster', name);
    await services.kill('postgres', 'SIGINT');
    const { uid, gid } = statSync(folder);
    run('mv', folder, `${folder}.big`);
    run('mkdir', folder);
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700,uid=${uid},gid=${gid}`, 'tmpfs', folder);
    run('cp', '-a', `${folder}.big/.`, folder);
    run('rm', '-r', `${folder}.big`);
    await restartService(services, 'postgres');
    return new SmallDisk(services, folder);
  }

  /** Leaves so many bytes free. */
  fill(leave: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.#ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
  }

  free(): void {
    rmSync(this.#ballast, { force: true });
  }

  /** Back to the big disk. */
  async remove(): Promise<void> {
    this.free();
    await this.services.kill('postgres', 'SIGINT');
    run('cp', '-a', this.folder, `${this.folder}.big`);
    run('umount', this.folder);
    run('rmdir', this.folder);
    run('mv', `${this.folder}.big`, this.folder);
    await restartService(this.services, 'postgres');
  }

  get #ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function run(command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.trim()}`);
}
