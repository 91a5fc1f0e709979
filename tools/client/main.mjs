// `npm run client`: writes the client's types from what was just built. test/client fails while they are stale.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agencyApiDocument } from '../../dist/apps/standalone/src/api-document.js';
import { problemCatalogue } from '../../dist/libs/platform/src/index.js';
import { clientTypes } from './types.mjs';

const path = join(import.meta.dirname, '../../libs/client/src/generated/api.ts');
writeFileSync(path, await clientTypes(await agencyApiDocument(), Object.keys(problemCatalogue)));
