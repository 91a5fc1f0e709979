/** What cannot be done, in one sentence with its cause and its cure. */
export class Failure extends Error {}
