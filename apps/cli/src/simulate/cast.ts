import { rightsOf } from '#libs/domain';
import type { ClientCredentials } from '../bus/data-folder.js';
import type { Prng, Weighted } from './prng.js';

/** An agency that plays along, with the backend that speaks for it. */
export interface Player {
  readonly agency: string;
  /** ISO 3166-1 alpha-2: the first part of the agency's code. */
  readonly country: string;
  readonly role: string;
  readonly client: ClientCredentials;
}

/** The hot jurisdiction and its share of all referrals, as in the published figures by country. */
const HOT = { country: 'PH', share: 0.25 } as const;

/** Industry and clearing houses bring in most of the reports. */
const SENDER_WEIGHT: Readonly<Record<string, number>> = { CLEARINGHOUSE: 12, INDUSTRY_TS: 10, HOTLINE: 4 };

/** Who sends and who receives, how often. */
export class Cast {
  readonly senders: Weighted<Player>;
  readonly recipients: readonly Player[];
  readonly #countries: Weighted<string>;
  readonly #byCountry: ReadonlyMap<string, readonly Player[]>;

  /** @throws Error when no referral could be sent */
  constructor(clients: readonly ClientCredentials[]) {
    const players = clients
      .filter(({ person, member }) => member && (person === undefined || person === null))
      .map(playerOf);
    this.senders = players
      .filter(({ role }) => rightsOf(role).originate)
      .map((player) => [player, SENDER_WEIGHT[player.role] ?? 1]);
    this.recipients = players.filter(({ role }) => rightsOf(role).receive);
    this.#byCountry = Map.groupBy(this.recipients, ({ country }) => country);
    this.#countries = skewed([...this.#byCountry.keys()]);
    if (this.senders.length === 0 || this.recipients.length < 2)
      throw new Error('the credentials hold too few agencies for a simulation');
  }

  sender(prng: Prng): Player {
    return prng.weighted(this.senders);
  }

  /** Never the sender itself. */
  recipient(prng: Prng, sender: Player): Player {
    for (;;) {
      const player = prng.pick(this.#byCountry.get(prng.weighted(this.#countries)) ?? this.recipients);
      if (player.agency !== sender.agency) return player;
    }
  }
}

/** The hot country has its share; the others follow Zipf's law in the order in which they are listed. */
export function skewed(countries: readonly string[]): Weighted<string> {
  const others = countries.filter((country) => country !== HOT.country);
  const harmonic = others.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  const rest = countries.length > others.length ? 1 - HOT.share : 1;
  const tail = others.map((country, rank): readonly [string, number] => [country, rest / (rank + 1) / harmonic]);
  return countries.length > others.length ? [[HOT.country, HOT.share], ...tail] : tail;
}

/** Who speaks with these credentials, in the first of its roles. */
export const playerOf = (client: ClientCredentials): Player => ({
  agency: client.agency,
  country: client.agency.slice(0, 2),
  role: client.roles[0] ?? '',
  client,
});
