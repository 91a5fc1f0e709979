import type { Actor } from '#libs/kernel';

/** Code of the bus itself, which no agency may have. */
export const BUS_AGENCY = 'BUS';

const asBus = (role: string): Actor => ({ agency: BUS_AGENCY, role, country: 'XX', client: 'bus', person: null });

/** Whom the bus acts as: what follows from events elsewhere is said by its policy, what follows from time by its clock. */
export const busActors = { policy: asBus('BUS_POLICY'), clock: asBus('BUS_CLOCK') } as const;
