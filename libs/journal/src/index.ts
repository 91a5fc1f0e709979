export { positionAfter } from './batch.js';
export * from './command.js';
export { journalDataSource, migrateJournal } from './data-source.js';
export { DigestKeys } from './digest-keys.js';
export { Journal } from './journal.js';
export type { JournalOptions, LaneClass } from './journal.js';
export { KEY_WINDOW, OTHER_KEYS_KEPT_DAYS } from './key-window.js';
export { RECORDED_REFUSALS } from './refusals.js';
export { readState, standsFor, writeState } from './state-text.js';
