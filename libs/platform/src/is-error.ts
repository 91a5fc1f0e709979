import { types } from 'node:util';

/** True for errors of any realm, and for those of libraries that build theirs without the native constructor. */
export function isError(value: unknown): value is Error & { readonly code?: unknown } {
  return types.isNativeError(value) || value instanceof Error;
}
