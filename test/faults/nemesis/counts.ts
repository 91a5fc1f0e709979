import type { Deployment } from '../../deployment/index.js';
import { inDatabase } from './databases.js';
import { RawTopics } from './raw-topics.js';

/** Records ever appended to the topics, and events ever accepted. */
export async function countsOf(bus: Deployment): Promise<{ readonly sent: number; readonly accepted: number }> {
  const sent = await new RawTopics(bus).appended();
  const accepted = await inDatabase(bus, 'journal', async (client) => {
    const { rows } = await client.query<{ count: string }>('SELECT sum(position) AS count FROM lane');
    return Number(rows[0]?.count ?? 0);
  });
  return { sent, accepted };
}
