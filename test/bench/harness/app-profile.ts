import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CpuProfile } from './row.js';

const BOUND_MS = 30_000;

/** Lets one app be profiled whenever it is asked for, at no cost before. */
export class AppProfile {
  private readonly folder = mkdtempSync(join(tmpdir(), 'bus-profile-'));
  private readonly path = join(this.folder, 'app.cpuprofile');

  /** What the app's environment must have. */
  readonly env = {
    NODE_OPTIONS: `--import=${new URL('./profile-hook.js', import.meta.url).href}`,
    BENCH_PROFILE: this.path,
  };

  /** The app's profile while `work` runs. */
  async while(pid: number, work: () => Promise<unknown>): Promise<CpuProfile> {
    process.kill(pid, 'SIGUSR2');
    await work();
    process.kill(pid, 'SIGUSR2');
    const until = Date.now() + BOUND_MS;
    while (!existsSync(this.path)) {
      if (Date.now() > until) throw new Error('the app wrote no profile');
      await delay(50);
    }
    return JSON.parse(readFileSync(this.path, 'utf8')) as CpuProfile;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
