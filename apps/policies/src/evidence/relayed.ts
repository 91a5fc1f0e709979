import type { RecordedEvent } from '#libs/contracts';
import { prepared, type Tx } from '#libs/postgres';
import { POLICIES_SCHEMA as schema } from '../policies.js';

/** What was read back from the log was relayed. Of what its receiver has said it has nothing more is asked or said. */
export async function fileRelayed(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const submitted = events.flatMap(({ type, data, meta }) =>
    type === 'ReferralSubmitted' && data.deliveryRules !== null ? [meta.leg] : [],
  );
  if (submitted.length > 0)
    await tx.query(
      prepared(`INSERT INTO ${schema}.evidence (leg) SELECT * FROM unnest($1::text[]) ON CONFLICT DO NOTHING`, [
        submitted,
      ]),
    );
  const answered = events.flatMap(({ type, meta }) =>
    type === 'ReferralReceived' || type === 'ReferralAcknowledged' ? [meta.leg] : [],
  );
  if (answered.length > 0)
    await tx.query(
      prepared(`UPDATE ${schema}.evidence SET said = 3 WHERE leg = ANY($1::text[]) AND said < 3`, [answered]),
    );
}
