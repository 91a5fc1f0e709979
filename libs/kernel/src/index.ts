export * from './bus-position.js';
export * from './decider.js';
export * from './domain-error.js';
export * from './lane-vector.js';
export * from './referral-id.js';
export * from './transient-error.js';
