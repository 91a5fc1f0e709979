/** What a role may do on the bus (vocabulary 6). `receive`: `limited` roles receive what is addressed to them, nothing is routed to them. */
export interface RoleRights {
  readonly originate: boolean;
  readonly receive: boolean;
}

const both: RoleRights = { originate: true, receive: true };
const originates: RoleRights = { originate: true, receive: false };
const neither: RoleRights = { originate: false, receive: false };

/** The 18 roles. Feedback to the sender of a referral is not receiving: every sender sees state and outcome of its own. */
export const roles = {
  HOTLINE: originates,
  HELPLINE: originates,
  CLEARINGHOUSE: both,
  NCP_LE: both,
  POC_247: both,
  LE_UNIT: both,
  PROSECUTOR: both,
  CENTRAL_AUTH: both,
  CHILD_PROT: both,
  VICTIM_SUPPORT: both,
  HEALTH: both,
  INDUSTRY_TS: originates,
  INDUSTRY_SIGNAL: neither,
  LIAISON_INTL: both,
  DPA_COMPLIANCE: neither,
  OVERSIGHT: neither,
  SCHEME_ADMIN: neither,
  RESEARCH: neither,
} as const satisfies Record<string, RoleRights>;

export type Role = keyof typeof roles;

export function rightsOf(role: string): RoleRights {
  return Object.hasOwn(roles, role) ? roles[role as Role] : neither;
}
