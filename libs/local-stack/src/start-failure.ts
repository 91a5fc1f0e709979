/** What cannot start: one sentence with the cause and the cure. */
export class StartFailure extends Error {
  constructor(cause: string, cure: string, options?: ErrorOptions) {
    super(`${cause}: ${cure}.`, options);
    this.name = 'StartFailure';
  }
}
