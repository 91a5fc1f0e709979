import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayRead, readableBy } from '#libs/access';
import { roles } from '#libs/domain';
import { schemaOf } from '#libs/projections';
import { Client } from 'pg';
import { agencyViews } from '../agency-views.projection.js';
import { LaneScript, referralId, submitted } from '../agency-views.fixtures.js';
import { SpecBus } from '../spec-bus.fixtures.js';
import { minimum, pageOf } from '../spec-reads.fixtures.js';

const agencies = ['US-CLEAR', 'PH-WCPC', 'GB-NCP', 'DE-NCP'];
const pairs = agencies.flatMap((sender) =>
  agencies.filter((each) => each !== sender).map((recipient) => ({ sender, recipient })),
);
const party = (agency: string) => ({ agency, role: 'NCP_LE', country: agency.slice(0, 2) });

describe('need-to-know', () => {
  let bus: SpecBus;
  let client: Client;
  beforeAll(async () => {
    bus = await SpecBus.start();
    client = new Client({ connectionString: bus.databaseUrl });
    await client.connect();
    const script = new LaneScript();
    pairs.forEach(({ sender, recipient }, index) => {
      script.append(referralId(index), submitted({ from: party(sender), to: party(recipient) }));
    });
    await bus.publish(script.rows);
    await pageOf(bus, '/v1/inbox', party('PH-WCPC'), minimum(script));
  }, 180_000);
  afterAll(async () => {
    await client.end();
    await bus.stop();
  });

  it.each(Object.keys(roles))(
    'lets %s read in SQL exactly what the predicate allows, whatever the agency',
    async (role) => {
      for (const agency of [...agencies, 'FR-NCP', "X' OR 'a'='a"]) {
        const reader = { agency, role };
        const { sql, params } = readableBy(reader, 'r');
        const text = `SELECT sender_agency AS sender, recipient_agency AS recipient FROM ${schemaOf(agencyViews)}.referral r
        WHERE ${sql.replaceAll(':reading_agency', '$1')} ORDER BY position`;
        const { rows } = await client.query<{ sender: string; recipient: string }>(text, Object.values(params));
        expect(rows).toEqual(pairs.filter((pair) => mayRead(reader, pair)));
      }
    },
  );
});
