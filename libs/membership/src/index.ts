export { knownPositionMigration } from './known-position.js';
export { JournalSource } from './journal-source.js';
export { Members } from './members.js';
export { following, MembershipModule } from './membership.module.js';
export { MembershipFollower } from './membership-follower.js';
export { requireStanding } from './require-standing.js';
export { TopicSource } from './topic-source.js';
