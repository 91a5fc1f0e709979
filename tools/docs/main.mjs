// `npm run docs`: writes the generated parts of docs/domain.md and all of docs/asyncapi.yaml from what was just built.
// test/docs fails while they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contracts from '../../dist/libs/contracts/src/index.js';
import * as domain from '../../dist/libs/domain/src/index.js';
import * as eventLog from '../../dist/libs/event-log/src/index.js';
import * as platform from '../../dist/libs/platform/src/index.js';
import { asyncApiOf, yamlOf } from './asyncapi.mjs';
import { domainParts, withParts } from './domain.mjs';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'docs/domain.md');
const parts = domainParts({ domain, contracts, platform });
writeFileSync(path, withParts(readFileSync(path, 'utf8'), parts));

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(join(root, 'docs/asyncapi.yaml'), yamlOf(asyncApiOf({ contracts, eventLog, version })));
