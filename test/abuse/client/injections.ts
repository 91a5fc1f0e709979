/** What turns into something else where text is put into text. Each holds the canary, so that it can be looked for. */
export const CANARY = 'cnry7f3a';

export const INJECTIONS: readonly string[] = [
  // SQL
  `${CANARY}' OR '1'='1`,
  `${CANARY}'; DROP TABLE journal; --`,
  `${CANARY}") UNION SELECT version() --`,
  `$$${CANARY}$$; SELECT pg_sleep(9)`,
  // shells, templates and look-ups
  `${CANARY}; rm -rf /`,
  `$(${CANARY})`,
  '`' + CANARY + '`',
  `\${jndi:ldap://127.0.0.1:9/${CANARY}}`,
  `{{${CANARY}.constructor("return process")()}}`,
  `<%= ${CANARY} %>`,
  `%${CANARY}%n%s%d`,
  // markup
  `<script>${CANARY}</script>`,
  `"><img src=x onerror=${CANARY}>`,
  `<!ENTITY x SYSTEM "file:///etc/passwd">${CANARY}`,
  `javascript:${CANARY}`,
  // formulas
  `=cmd|' /C ${CANARY}'!A0`,
  `+${CANARY}`,
  `-2+3+${CANARY}`,
  `@SUM(${CANARY})`,
  // paths
  `../../../../etc/passwd${CANARY}`,
  `..%2f..%2f${CANARY}`,
  `file:///etc/${CANARY}`,
  // logs and JSON
  `${CANARY}","level":"fatal","x":"`,
  `${CANARY}\\u000a{"level":"fatal"}`,
  // Unicode
  `${CANARY}\u202egpj`,
  `${CANARY}\u2028`,
  `\ufeff${CANARY}`,
  `${CANARY}\u0000`,
  `${CANARY}\u001b[2J`,
  `${CANARY}\r\nX-Injected: 1`,
  `ｃｎｒｙ７ｆ３ａ＇${CANARY}`,
  `${CANARY}${'\u0301'.repeat(60)}`,
  `\u{1F4A3}${CANARY}`,
];

/** Of these, what can stand in a header: a client that sends anything else does not get as far. */
export const inHeaders = (texts: readonly string[]): string[] =>
  texts
    .map((text) => Buffer.from(text, 'utf8').toString('latin1'))
    .filter((text) => [...text].every((each) => each === '\t' || (each >= ' ' && each !== '\u007f')));
