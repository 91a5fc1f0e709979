import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { StartFailure } from './start-failure.js';

/** Writes the file whole or not at all: a process that dies on the way, or a full disk, leaves what was there. Nobody else may read it. */
export function writeKept(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}

/** The JSON in this file; `otherwise` when there is none. @throws StartFailure for what is no JSON */
export function readKept<Content>(path: string, otherwise: Content): Content {
  if (!existsSync(path)) return otherwise;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Content;
  } catch (cause) {
    throw new StartFailure(`${path} is damaged`, 'remove it, so that it is made again, or put an earlier copy there', {
      cause,
    });
  }
}
