import { type Sources, Verification } from '#libs/verification';
import { NotAsTold } from './not-as-told.js';

const WAIT_MS = 60_000;

/**
 * Decides once more what the bus's clock said in these lanes, each referral by the rules that it was submitted under, and
 * verifies the lanes otherwise too. @returns of how many events @throws NotAsTold where anything else comes out
 */
export async function replayed(sources: Sources, lanes: readonly number[]): Promise<number> {
  const verification = new Verification(sources, { waitMs: WAIT_MS, lanes });
  let events = 0;
  try {
    for await (const { id, looked, findings } of verification.run()) {
      const [first] = findings;
      if (first) throw new NotAsTold(`a replay finds ${first.kind} at ${first.at}: ${first.what}`);
      if (id === 'rules') events = looked;
    }
  } finally {
    await verification.close();
  }
  return events;
}
