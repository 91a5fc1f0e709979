/** For programs of one test run: what one of them compiled, the next need not compile again (a fifth of what a start costs). */
export const sharesCompiled = (): { readonly NODE_COMPILE_CACHE?: string } => {
  const folder = process.env['BUS_TEST_COMPILED'];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
};
