import { askWith, clientCredentials, type ClientCredentials, type TokenSource } from '#libs/client';
import { TransientError } from '#libs/kernel';
import { z } from 'zod';

const receipt = z.object({ referral: z.string(), at: z.iso.datetime() });
const answer = z.object({
  available: z.array(receipt),
  retrieved: z.array(z.object({ ...receipt.shape, number: z.int() })),
});

export type Receipts = z.output<typeof answer>;

/** Who knows of the way of referrals. */
export interface EvidenceSource {
  /**
   * @param referrals of which it is asked whether they are available
   * @param after number of the last retrieval that is known
   * @throws TransientError while it cannot be asked
   */
  ask(referrals: readonly string[], after: number): Promise<Receipts>;
}

const BOUND_MS = 10_000;
const AGAIN_SECONDS = 2;

/** The way from here to what agencies read: there it is known what they could read, and what they did. */
export class EvidenceDoor implements EvidenceSource {
  readonly #url: string;
  readonly #token: TokenSource;

  constructor(api: string, credentials: ClientCredentials) {
    this.#url = `${api.replace(/\/$/, '')}/v1/receipts`;
    this.#token = clientCredentials(credentials);
  }

  async ask(referrals: readonly string[], after: number): Promise<Receipts> {
    try {
      const response = await askWith(this.#token, (authorization) =>
        fetch(this.#url, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ referrals, after }),
          signal: AbortSignal.timeout(BOUND_MS),
        }),
      );
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return answer.parse(await response.json());
    } catch (cause) {
      throw new TransientError('RECEIPTS_AWAY', 503, AGAIN_SECONDS, { cause });
    }
  }
}
