import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { AppProfile } from './app-profile.js';
import type { NamedProfile } from './row.js';

/** A program of the bench in a process of its own, told what to do and asked for what came of it by messages. */
export class BenchChild<Input, Output> {
  private constructor(
    private readonly child: ChildProcess,
    private readonly profiler: AppProfile,
  ) {}

  /** @param script a module that calls `serve`, by its URL */
  static async start<Input, Output>(script: URL): Promise<BenchChild<Input, Output>> {
    const profiler = new AppProfile();
    const env = { ...process.env, ...profiler.env };
    const child = fork(fileURLToPath(script), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    await once(child, 'message');
    return new BenchChild(child, profiler);
  }

  async profileWhile(of: string, work: () => Promise<unknown>): Promise<NamedProfile> {
    if (this.child.pid === undefined) throw new Error(`${of} does not run`);
    return { of, profile: await this.profiler.while(this.child.pid, work) };
  }

  /** @throws Error when the program ends instead of answering */
  async run(input: Input): Promise<Output> {
    const ended = once(this.child, 'exit').then(() => Promise.reject(new Error('a program of the bench ended early')));
    const answered = once(this.child, 'message') as Promise<[Output]>;
    this.child.send(input as object);
    const [output] = await Promise.race([answered, ended]);
    return output;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
    this.profiler.remove();
  }
}

/** The other end: answers each input, until the parent lets go. */
export function serve<Input, Output>(work: (input: Input) => Promise<Output>): void {
  process.on('message', (input: Input) => void work(input).then((output) => process.send?.(output)));
  process.send?.('ready');
}
