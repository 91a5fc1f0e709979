/** The bus did something else than the story says. */
export class NotAsTold extends Error {}
