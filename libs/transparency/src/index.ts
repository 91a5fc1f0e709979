export { appendLeaves, EMPTY_FRONTIER, type Frontier, frontierBytes, parseFrontier, rootOf } from './frontier.js';
export { EMPTY_ROOT, HASH_BYTES, rootOfLeaves } from './merkle-tree.js';
export { consistencyProof, inclusionProof, type TreeHead, verifyConsistency, verifyInclusion } from './proofs.js';
