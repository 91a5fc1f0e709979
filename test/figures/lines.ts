import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withSection } from './section.js';

/** Outcomes in a file of JSON lines, each written as soon as it is known: what ends a program later takes none of them away. */
export class Lines<Line> {
  constructor(private readonly path: string) {}

  add(line: Line): void {
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
  }

  all(): Line[] {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Line);
  }
}

/** Puts Markdown into the section of a page. */
export function publish(page: string, section: string, content: string): void {
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), section, content));
}

/** Of today, in UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
