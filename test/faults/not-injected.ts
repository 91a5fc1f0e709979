/** The fault itself did not come about: whatever held afterwards says nothing of it. */
export class NotInjected extends Error {}
