import { StartFailure } from '#libs/local-stack';
import { ConfigError } from '#libs/platform';

/** Why the bus could not start, with the cure, in one sentence for whoever typed the command. */
export function startSentence(error: unknown, logFile: string): string {
  if (error instanceof StartFailure || error instanceof ConfigError) return error.message;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `npm start takes no such option (${message}): try --demo, or none.`;
  if (code !== undefined && path !== undefined)
    return `${path} cannot be used (${code}): see that you may write there and the disk has room, or choose other folders with BUS_DATA_DIR and BUS_CACHE_DIR.`;
  return `The bus could not start (${code ?? message}): see ${logFile}, and start it again.`;
}
