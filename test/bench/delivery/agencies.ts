import { Directory } from '#libs/domain';

const AGENCIES = 50;
/** Of each agency. */
export const WEBHOOKS = 10;

/** Agencies that webhooks of the bench belong to. */
export const receivers = Array.from({ length: AGENCIES }, (_, nth) => ({
  ...{ agency: `PH-D${String(nth).padStart(2, '0')}`, role: 'LE_UNIT', country: 'PH' },
}));

export const benchDirectory = new Directory({
  jurisdictions: { PH: { routine: [1, 2, 3, 4], urgent: [36], access: [48] } },
  agencies: receivers.map(({ agency, role, country }) => ({ code: agency, name: agency, country, roles: [role] })),
});
