import type { Leg } from '#libs/domain';

/** What agencies are shown of a leg, as far as its state knows it. Null: nothing of that sort. */
export interface Facet {
  /** NONE before the submission, where a release was asked for. */
  readonly status: string;
  /** PENDING or REFUSED, before the submission. */
  readonly release: string | null;
  /** Levels of both parties. */
  readonly sender: string | null;
  readonly receiver: string | null;
  readonly scope: string | null;
  /** Of the acceptance or the rejection. */
  readonly reason: string | null;
  /** What information is waited for, comma between. */
  readonly asked: string | null;
  readonly hold: string | null;
  readonly withdrawal: string | null;
  /** OFFERED or GONE. */
  readonly onward: string | null;
  readonly extradition: string | null;
  readonly version: number | null;
  readonly consulting: boolean;
  /** Undecided requests of third agencies. */
  readonly waiting: number;
}

const FIELDS = [
  'status',
  'release',
  'sender',
  'receiver',
  'scope',
  'reason',
  'asked',
  'hold',
  'withdrawal',
  'onward',
  'extradition',
  'version',
  'consulting',
  'waiting',
] as const satisfies readonly (keyof Facet)[];

/** One text for one facet, so that few texts stand for many events: the status, then what is there besides, by name. */
export function formatFacet(facet: Facet): string {
  const [status, ...rest] = FIELDS.map((name) => [name, facet[name]] as const);
  const present = rest.filter(([, value]) => value !== null && value !== false && value !== 0);
  return [status?.[1], ...present.map(([name, value]) => `${name}=${value}`)].join(' ');
}

export function facetOf({ referral, escalation: { sender, receiver } }: Leg): Facet {
  const levels = { sender: sender?.level ?? null, receiver: receiver?.level ?? null };
  if (referral.status === 'NONE')
    return { ...nothing, ...levels, status: 'NONE', release: referral.release?.content ? 'PENDING' : 'REFUSED' };
  const { status, scope, reason, asked, hold, withdrawal, onward, extradition, version, consultation } = referral;
  const gone = onward?.offered === false ? 'GONE' : null;
  return {
    ...nothing,
    ...levels,
    status,
    scope: scope ?? null,
    reason: reason ?? null,
    asked: asked?.join() ?? null,
    hold: hold?.reason ?? null,
    withdrawal: withdrawal ?? null,
    onward: onward?.offered ? 'OFFERED' : gone,
    extradition: extradition ?? null,
    version: version ?? 1,
    consulting: consultation !== undefined,
    waiting: (referral.accessAsked?.length ?? 0) + (referral.transferAsked?.length ?? 0),
  };
}

const nothing = {
  release: null,
  scope: null,
  reason: null,
  asked: null,
  hold: null,
  withdrawal: null,
  onward: null,
  extradition: null,
  version: null,
  consulting: false,
  waiting: 0,
} as const;

/** The status in a facet's text. */
export const statusIn = (facet: string): string => facet.split(' ', 1)[0] ?? '';
