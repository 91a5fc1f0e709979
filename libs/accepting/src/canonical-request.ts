/**
 * The text that says whether two requests mean the same: the command, what it is for, and the content as it was read.
 * Reading gives fields in the schema's order and leaves out what was not said, so neither the sender's order and spacing
 * nor a field that a later release adds changes the text of an old request. Generated ids are no part of it.
 */
export function canonicalRequest(command: string, target: string | null, content: object): string {
  return `${command}\n${target ?? ''}\n${JSON.stringify(content)}`;
}
