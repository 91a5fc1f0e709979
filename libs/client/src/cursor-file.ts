import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where a follower of the feed keeps its place. */
export interface CursorStore {
  /** Undefined before anything was kept. */
  load(): Promise<string | undefined>;
  /** Resolves when it would be found again after a crash. */
  save(cursor: string): Promise<void>;
}

/** A place in a file. It is written beside and put in place whole: whatever dies meanwhile, there is the old one or the new one. */
export class CursorFile implements CursorStore {
  constructor(private readonly path: string) {}

  async load(): Promise<string | undefined> {
    try {
      return (await readFile(this.path, 'utf8')).trim() || undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async save(cursor: string): Promise<void> {
    const beside = `${this.path}.new`;
    await synced(beside, 'w', (file) => file.writeFile(`${cursor}\n`));
    await rename(beside, this.path);
    await synced(dirname(this.path), 'r', () => Promise.resolve());
  }
}

async function synced(
  path: string,
  flags: 'w' | 'r',
  work: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
