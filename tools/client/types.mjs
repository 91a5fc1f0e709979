// The client's types, made of the API's description. Refusals are all of one form, which the client knows by itself.
import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '// Generated from the description of the API by `npm run client`. Do not edit.\n';

/** @returns the text of libs/client/src/generated/api.ts */
export async function clientTypes(document, problemCodes) {
  const api = astToString(await openapiTS(withoutRefusals(document), { immutable: true, alphabetize: true }));
  const codes = [...problemCodes].sort().map((code) => `  '${code}',`);
  return `${HEAD}\n${api}\nexport const PROBLEM_CODES = [\n${codes.join('\n')}\n] as const;\n`;
}

function withoutRefusals(document) {
  const copy = structuredClone(document);
  for (const path of Object.values(copy.paths)) {
    for (const operation of Object.values(path)) {
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
      );
    }
  }
  delete copy.components.schemas.Problem;
  delete copy.components.responses;
  return copy;
}
