export { PLANS_BY_KEYS, prepared } from './prepared.js';
export { hear } from './pool-errors.js';
export { inSnapshot, inTransaction, type Tx } from './transaction.js';
export { BoundedClient, type BoundedConfig } from './bounded-client.js';
