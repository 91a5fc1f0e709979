export { actorOf } from './actor-of.js';
export { addRoute, COMMAND_BOUNDS, commandOf, type Exchange } from './add-route.js';
export { canonicalRequest } from './canonical-request.js';
export { CommandMeter, type Metered } from './command-meter.js';
export { type CommandDocs, DescribeCommand } from './describe-command.js';
export { IDEMPOTENCY_KEY, idempotencyKeyFrom } from './idempotency-key.js';
export { readContent } from './read-content.js';
export { commonRefusals, keyedRefusals, type Refusals, together } from './refusals.js';
