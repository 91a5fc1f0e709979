import type { RecordedEvent } from '#libs/contracts';

/** What the clock of the bus said, each as one text: what is said once is there once. */
export function clockWords(events: readonly RecordedEvent[]): string[] {
  return events
    .filter(({ meta }) => meta.actor.role === 'BUS_CLOCK')
    .map(({ type, data }) => `${type} ${JSON.stringify(data)}`);
}

/** Texts that are there more than once. */
export const saidTwice = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);
