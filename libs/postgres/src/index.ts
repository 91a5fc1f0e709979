export { BoundedClient, SILENCE_MS } from './bounded-client.js';
