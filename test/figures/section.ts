/** What stands between the marks of a name is the program's; all else on the page is written by hand and kept. */
export function withSection(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- measured: ${name} -->`, `<!-- end: ${name} -->`];
  const section = `${begin}\n\n${content}${content === '' ? '' : '\n\n'}${end}`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) return content === '' ? page : `${page.trimEnd()}\n\n${section}\n`;
  return page.slice(0, from) + section + page.slice(to + end.length);
}
