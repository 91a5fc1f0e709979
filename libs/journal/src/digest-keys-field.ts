import { z } from 'zod';
import { DigestKeys } from './digest-keys.js';

/** Setting: the keys of the digests that commands are remembered by, from their secret file. */
export const digestKeysField = z.string().transform((json, context) => {
  try {
    return DigestKeys.parse(json);
  } catch {
    // an error of the parser quotes the secret: it is dropped on purpose
    context.addIssue({
      code: 'custom',
      message: 'is not { "current": id, "keys": { id: base64 of 32 bytes or more } }',
    });
    return z.NEVER;
  }
});
