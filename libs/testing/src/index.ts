export * from './lane-history.js';
export * from './spec-database.js';
export * from './projection-spec.js';
export * from './test-consumer.js';
export * from './test-relay.js';
export * from './view-database.js';
export * from './spec-issuer.js';
export * from './until.js';
