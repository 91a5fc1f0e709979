import type { CheckId, FindingKind } from '#libs/verification';

/** A change to a compiled program: this text, which stands there once, becomes that one. */
export interface Patch {
  /** In the build, such as `libs/journal/src/batch.js`. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** A finding by its check and kind. */
export interface Sign {
  readonly check: CheckId;
  readonly kind: FindingKind;
}
