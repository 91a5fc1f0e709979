import { v7 } from 'uuid';
import { groupOf, schemaOf } from '#libs/projections';
import { agencyViews } from '../../../apps/agency-views/src/agency-views.projection.js';
import type { Scene } from '../scene.js';
import { inDatabase } from './databases.js';

const CHECK = 'refused_by_the_harness';
/** PostgreSQL's code of a violated check. */
export const CAUSE = 'SQLSTATE_23514';

/**
 * From here on the view's own database refuses referrals of some references: content that is impossible for this consumer, and for
 * no other. What an earlier run left on this bus is none of them.
 * @returns makes such a reference
 */
export async function refusing(scene: Scene): Promise<() => string> {
  const prefix = `UNSTORABLE-${v7()}`;
  await inDatabase(scene.bus, 'views', (client) =>
    client.query(
      `ALTER TABLE ${schemaOf(agencyViews)}.referral ADD CONSTRAINT ${CHECK} CHECK (reference NOT LIKE '${prefix}-%') NOT VALID`,
    ),
  );
  scene.undo.push(() => allowing(scene));
  let made = 0;
  return () => `${prefix}-${++made}`;
}

export const allowing = (scene: Scene): Promise<void> =>
  inDatabase(scene.bus, 'views', async (client) => {
    await client.query(`ALTER TABLE ${schemaOf(agencyViews)}.referral DROP CONSTRAINT IF EXISTS ${CHECK}`);
  });

export interface Sent {
  readonly reference: string;
  readonly to: string;
  readonly id: string;
  readonly position: string;
}

/** A batch through the front door, every item of which must be accepted. */
export async function sendBatch(scene: Scene, references: readonly string[]): Promise<Sent[]> {
  const items = references.map((reference) => ({
    idempotencyKey: v7(),
    referral: {
      to: { agency: scene.prng.pick(['PH-WCPC', 'GB-NCP', 'FR-NCP', 'DE-NCP']) },
      reference,
      synthetic: true,
      incident: { offenceType: 'SOLICITATION' },
      priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] },
    },
  }));
  const answer = await scene.bus.ask('referrals', 'US-CLEAR', '/v1/referrals:batch', {
    method: 'POST',
    body: { items },
  });
  const results = answer.json.results ?? [];
  return items.map(({ referral: { reference, to } }, at) => {
    const { id, busPosition: position } = results[at] ?? {};
    if (id === undefined || position === undefined)
      throw new Error(`item ${at} was not accepted: ${answer.text.slice(0, 300)}`);
    return { reference, to: to.agency, id, position };
  });
}

/** Asks for what is parked of it to be applied, as an operator does. @returns what the operator is told */
export async function redriven(scene: Scene, { id }: Sent): Promise<string> {
  const { stdout, stderr } = await scene.bus.bus(['parking', 'redrive', groupOf(agencyViews), id]).done;
  return stdout.trim() + stderr.trim();
}
