import { createHash } from 'node:crypto';
import { newestSchema } from '#libs/contracts';
import { leg } from '#libs/domain';
import { patchedBuild } from '../../mutants/build.js';
import type { Patch } from '../../mutants/patch.js';

/** What the next build says more of than this one: every recipient says it of every referral. */
const NEXT_EVENT = 'ReferralReceived';

/** Another version of an event, with a field that this build has never seen, and another stored form of legs. */
export const nextPatches: readonly Patch[] = [
  {
    file: 'libs/contracts/src/generated/released.js',
    find: 'export const releasedSchemas = [',
    put: `export const releasedSchemas = [${JSON.stringify(nextVersion())},`,
  },
  {
    file: 'libs/domain/src/leg/leg.js',
    find: `const LEG_STATE_VERSION = ${leg.version};`,
    put: `const LEG_STATE_VERSION = ${leg.version + 1};`,
  },
  { file: 'libs/domain/src/leg/leg.js', find: 'upcasts: {', put: `upcasts: { ${leg.version}: (state) => state,` },
];

/** The build that will come after this one, in a folder that does not exist yet. @returns its `dist` */
export function nextBuild(folder: string): string {
  return patchedBuild(folder, nextPatches);
}

function nextVersion(): object {
  const { event, topic, version, text } = newestSchema(NEXT_EVENT);
  const schema = JSON.parse(text) as { readonly fields: readonly object[] };
  const system = { name: 'system', type: ['null', 'string'], default: null, doc: 'Which of its systems has it.' };
  const next = JSON.stringify({ ...schema, fields: [...schema.fields, system] });
  const fingerprint = createHash('sha256').update(next).digest('hex');
  return { event, topic, version: version + 1, fingerprint, text: next };
}
