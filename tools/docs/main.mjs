// `npm run docs`: writes the generated parts of docs/domain.md from what was just built. test/docs fails while they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as domain from '../../dist/libs/domain/src/index.js';
import { escalationProblems, referralProblems } from '../../dist/libs/platform/src/index.js';
import { domainParts, withParts } from './domain.mjs';

const path = join(import.meta.dirname, '../../docs/domain.md');
const parts = domainParts(domain, { ...referralProblems, ...escalationProblems });
writeFileSync(path, withParts(readFileSync(path, 'utf8'), parts));
