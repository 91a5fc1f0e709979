import type { Screen } from '../terminal/screen.js';

/** What is written of a story while it is played. */
export class Minutes {
  acts = 0;
  looks = 0;

  constructor(private readonly screen: Screen) {}

  /** → what somebody does. */
  act(who: string, what: string, heard: string): void {
    this.acts += 1;
    this.screen.say(`  → ${who.padEnd(12)} ${what}   ${heard}`);
  }

  /** ⇒ what somebody sees. */
  look(who: string, what: string, heard = ''): void {
    this.looks += 1;
    this.screen.say(`  ⇒ ${who.padEnd(12)} ${what}${heard && `   ${heard}`}`);
  }

  /** What happens between two steps, for whoever watches. */
  note(text: string): void {
    this.screen.say(`    ${text}`);
  }
}
