export * from './codec.js';
export { codesIn, type SaidCode } from './codes-in.js';
export * from './generated/events.js';
export * from './leaf.js';
export { EVENT_NAMES, newestSchema, schemasByFingerprint } from './schema-bundle.js';
export type { EventName, ReleasedSchema } from './schema-bundle.js';
export * from './topics.js';
