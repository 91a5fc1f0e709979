const named: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/** Names only: an offset such as +08:00 is accepted by Intl, but is not a zone of the IANA list. */
const NAME = /^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/;

/** Whether the text names an IANA time zone, older names (links) included. */
export function isTimeZone(text: string): boolean {
  return named.has(text) || (NAME.test(text) && isKnownToIntl(text));
}

function isKnownToIntl(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
