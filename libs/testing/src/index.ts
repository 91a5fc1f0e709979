export * from './lane-history.js';
export * from './spec-database.js';
