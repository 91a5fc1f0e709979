import type { Actor } from '#libs/kernel';

/** Code of the bus itself, which no agency may have. */
export const BUS_AGENCY = 'BUS';

const asBus = (role: string): Actor => ({ agency: BUS_AGENCY, role, country: 'XX', client: 'bus', person: null });

/** In which what sends webhooks reads feeds for the agencies that allow it, and may do nothing else. */
export const DELIVERY_ROLE = 'BUS_DELIVERY';

/** In which what says how far referrals got asks who knows of it, and may do nothing else. */
export const EVIDENCE_ROLE = 'BUS_EVIDENCE';

/** Roles of the bus's own services. They are no members: the issuer alone says who speaks for the bus. */
export const SERVICE_ROLES: readonly string[] = [DELIVERY_ROLE, EVIDENCE_ROLE];

export const isDeliveryService = ({ agency, role }: { readonly agency: string; readonly role: string }): boolean =>
  agency === BUS_AGENCY && role === DELIVERY_ROLE;

export const isEvidenceService = ({ agency, role }: { readonly agency: string; readonly role: string }): boolean =>
  agency === BUS_AGENCY && role === EVIDENCE_ROLE;

/** Whom the bus acts as: what follows from events elsewhere is said by its policy, what follows from time by its clock. */
export const busActors = { policy: asBus('BUS_POLICY'), clock: asBus('BUS_CLOCK') } as const;
