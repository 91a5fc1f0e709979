/** Where simulated time begins: ms since 1970, UTC. */
export const EPOCH = Date.UTC(2026, 10, 24);
