import type {
  Confidence,
  FileKind,
  Modifier,
  NexusBasis,
  OffenceType,
  Priority,
  PriorityReason,
} from '#libs/contracts';
import type { Player } from './cast.js';
import { companies } from './companies.js';
import { incidentTypes, modifiersOf, reasonsOf, priorities } from './incident-mix.js';
import type { Prng } from './prng.js';
import { zoneOf } from './zones.js';

/** The body of a submission, as the API takes it. */
export interface Report {
  readonly to: { readonly agency: string };
  readonly reference: string;
  readonly reporter?: { readonly company: string; readonly role: 'INDUSTRY_TS' };
  readonly incident: {
    readonly offenceType: OffenceType;
    readonly modifiers: readonly Modifier[];
    readonly occurredAt: string;
    readonly zone: string;
  };
  readonly files: readonly { readonly kind: FileKind; readonly count: number }[];
  readonly nexus: readonly { readonly country: string; readonly basis: NexusBasis; readonly confidence: Confidence }[];
  readonly priority: { readonly level: Priority; readonly reasons: readonly PriorityReason[] };
  readonly sentAt: string;
  readonly synthetic: true;
}

export interface Circumstances {
  readonly from: Player;
  readonly to: Player;
  readonly reference: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

const HOUR_MS = 3_600_000;
/** From a company's system to an agency and on to the bus. */
const OLDEST_HOURS = 72;

/** A referral in the shape of a real industry report: codes, times and counts; nothing about a person. Always an exercise. */
export function reportOf(prng: Prng, { from, to, reference, now }: Circumstances): Report {
  const level = prng.weighted(priorities);
  const offenceType = prng.weighted(incidentTypes[level]);
  const occurredAt = now - Math.floor((0.2 + prng.fraction() * (level === 'P1' ? 4 : OLDEST_HOURS)) * HOUR_MS);
  return {
    to: { agency: to.agency },
    reference,
    ...(isRelayed(from, prng) && { reporter: { company: prng.pick(companies), role: 'INDUSTRY_TS' as const } }),
    incident: {
      offenceType,
      modifiers: modifiersOf(prng, offenceType, level),
      occurredAt: new Date(occurredAt).toISOString(),
      zone: zoneOf(prng.chance(0.8) ? to.country : from.country),
    },
    files: filesOf(prng, offenceType),
    nexus: nexusOf(prng, from, to),
    priority: { level, reasons: reasonsOf(prng, level) },
    sentAt: new Date(now).toISOString(),
    synthetic: true,
  };
}

/** Clearing houses and companies pass on what a company reported; others sometimes do. */
const isRelayed = ({ role }: Player, prng: Prng): boolean =>
  ['CLEARINGHOUSE', 'INDUSTRY_TS'].includes(role) ? true : prng.chance(0.3);

const spokenFirst: ReadonlySet<OffenceType> = new Set<OffenceType>([
  'SOLICITATION',
  'SEXUAL_EXTORTION',
  'TRAVEL_TOURISM',
  'TRAFFICKING',
]);

/** Most reports name a file or a few; some name thousands. */
function filesOf(prng: Prng, offenceType: OffenceType): Report['files'] {
  const kinds: readonly (readonly [FileKind, number])[] = spokenFirst.has(offenceType)
    ? [
        ['CHAT_LOG', 0.9],
        ['IMAGE', 0.4],
        ['VIDEO', 0.1],
        ['AUDIO', 0.05],
      ]
    : [
        ['IMAGE', 0.8],
        ['VIDEO', 0.35],
        ['CHAT_LOG', 0.2],
        ['DOCUMENT', 0.05],
      ];
  return kinds
    .filter(([, often]) => prng.chance(often))
    .map(([kind]) => ({ kind, count: Math.min(20_000, Math.ceil(Math.exp(prng.exponential() * 1.2))) }));
}

function nexusOf(prng: Prng, from: Player, to: Player): Report['nexus'] {
  const recipient = prng.weighted<NexusBasis>([
    ['SUSPECT_PRESENT', 5],
    ['VICTIM_PRESENT', 4],
    ['OFFENCE_PLACE', 3],
    ['VICTIM_HABITUAL_RESIDENCE', 1],
  ]);
  const links: Report['nexus'][number][] = [
    {
      country: to.country,
      basis: recipient,
      confidence: prng.weighted<Confidence>([
        ['HIGH', 3],
        ['MEDIUM', 4],
        ['LOW', 3],
      ]),
    },
  ];
  if (from.country !== to.country)
    links.push({ country: from.country, basis: 'PROVIDER_ESTABLISHED', confidence: 'HIGH' });
  if (prng.chance(0.1)) links.push({ country: 'XX', basis: 'PAYMENT_DESTINATION', confidence: 'LOW' });
  return links;
}
