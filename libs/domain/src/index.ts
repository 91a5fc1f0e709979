export * from './escalation/escalation.js';
export * from './leg/leg.js';
export * from './membership/directory.js';
export * from './membership/lane-map.js';
export * from './membership/roles.js';
export * from './referral/grounds.js';
export * from './referral/referral.js';
export * from './referral/transitions.js';
