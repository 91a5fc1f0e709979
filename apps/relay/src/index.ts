export { readRelayConfig, type RelayAppConfig, type RelayConfig } from './config.js';
export { Relay, type RelayPorts, type RelayStatus } from './relay.js';
export { RelayModule } from './app.module.js';
