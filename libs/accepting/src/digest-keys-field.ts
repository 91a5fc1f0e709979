import { DigestKeys } from '#libs/journal';
import { z } from 'zod';

const FORM = '{ "current": id, "keys": { id: base64 of 32 bytes or more } }';

/** Setting: the keys of the digests that commands are remembered by. */
export const digestKeysField = z.string().transform((json, context) => {
  try {
    return DigestKeys.parse(json);
  } catch {
    // an error of the parser quotes the secret: it is dropped on purpose
    context.addIssue({ code: 'custom', message: `is not ${FORM}` });
    return z.NEVER;
  }
});
