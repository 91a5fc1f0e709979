/** A pause that no load of a row explains. */
const PAUSE_MS = 500;
const TICK_MS = 50;
const TRIES = 3;

/**
 * Measures again where the machine turned to something else in the meantime: this process was not run for half a second
 * although it had work. Such a figure says nothing of the program.
 */
export async function undisturbed<Result>(
  measure: () => Promise<Result>,
  report: (line: string) => void,
): Promise<Result> {
  for (let left = TRIES; ; left--) {
    const watch = new PauseWatch();
    try {
      const result = await measure();
      if (watch.longestMs < PAUSE_MS || left === 1) return result;
      report(`the machine paused for ${Math.round(watch.longestMs)} ms: measured again`);
    } finally {
      watch.stop();
    }
  }
}

/** Notices when the event loop comes late and the time in between was not this process's own. */
class PauseWatch {
  longestMs = 0;
  private at = performance.now();
  private used = process.cpuUsage();
  private readonly timer = setInterval(() => this.look(), TICK_MS);

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { user, system } = process.cpuUsage(this.used);
    const paused = performance.now() - this.at - TICK_MS - (user + system) / 1000;
    this.longestMs = Math.max(this.longestMs, paused);
    [this.at, this.used] = [performance.now(), process.cpuUsage()];
  }
}
