export type { AnswerOf, CommandPath, FeedItem, FeedPage, ProblemCode, ReadPath, ReferralView } from './api-types.js';
export { defaultPatience, type Patience } from './back-off.js';
export { type Accepted, BusClient, type BusClientOptions } from './bus-client.js';
export { CursorFile, type CursorStore } from './cursor-file.js';
export { type FollowFeed, followFeed } from './follow-feed.js';
export { BusProblem } from './problem.js';
export { askWith, type ClientCredentials, clientCredentials, type TokenSource } from './tokens.js';
