export { BoundedClient, type BoundedConfig } from './bounded-client.js';
