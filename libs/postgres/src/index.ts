export { PLANS_BY_KEYS, prepared } from './prepared.js';
export { BoundedClient, type BoundedConfig } from './bounded-client.js';
