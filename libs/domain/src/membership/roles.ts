import given from '../../../../reference/roles.json' with { type: 'json' };

/** How far a role's word on priority goes: it sets it, may raise it, proposes it, or says nothing of it. */
export type PriorityRight = 'SET' | 'RAISE' | 'PROPOSE' | 'NONE';

/** What a role may do on the bus (vocabulary 6). */
export interface RoleRights {
  readonly originate: boolean;
  /** Limited roles receive what is addressed to them; who gets feedback only does not receive: every sender sees its own. */
  readonly receive: boolean;
  readonly priority: PriorityRight;
}

/** A role as the table of stakeholders has it (vocabulary 6). */
export interface StakeholderRole extends RoleRights {
  readonly actor: string;
  readonly contributes: string;
  /** Usual regime of data protection. */
  readonly regime: string;
}

const rights = (originate: boolean, receive: boolean, priority: PriorityRight): RoleRights => ({
  originate,
  receive,
  priority,
});

/** What the door enforces, of the 18 roles. */
const enforced = {
  HOTLINE: rights(true, false, 'PROPOSE'),
  HELPLINE: rights(true, false, 'PROPOSE'),
  CLEARINGHOUSE: rights(true, true, 'SET'),
  NCP_LE: rights(true, true, 'SET'),
  POC_247: rights(true, true, 'SET'),
  LE_UNIT: rights(true, true, 'SET'),
  PROSECUTOR: rights(true, true, 'RAISE'),
  CENTRAL_AUTH: rights(true, true, 'RAISE'),
  CHILD_PROT: rights(true, true, 'RAISE'),
  VICTIM_SUPPORT: rights(true, true, 'RAISE'),
  HEALTH: rights(true, true, 'RAISE'),
  INDUSTRY_TS: rights(true, false, 'PROPOSE'),
  INDUSTRY_SIGNAL: rights(false, false, 'NONE'),
  LIAISON_INTL: rights(true, true, 'RAISE'),
  DPA_COMPLIANCE: rights(false, false, 'NONE'),
  OVERSIGHT: rights(false, false, 'NONE'),
  SCHEME_ADMIN: rights(false, false, 'NONE'),
  RESEARCH: rights(false, false, 'NONE'),
} as const satisfies Record<string, RoleRights>;

export type Role = keyof typeof enforced;

/** The table of stakeholders as the bus begins with it. */
export const roles = given.codes as Readonly<Record<Role, StakeholderRole>>;

/** The role that is called upon at any hour (vocabulary 6, Budapest 35). */
export const AROUND_THE_CLOCK_ROLE = 'POC_247' satisfies Role;

/** Who runs the bus, and changes who takes part in it. */
export const OPERATOR_ROLE = 'SCHEME_ADMIN' satisfies Role;

const none: RoleRights = { originate: false, receive: false, priority: 'NONE' };

/** Of a role that does not exist: nothing. */
export function rightsOf(role: string): RoleRights {
  return Object.hasOwn(enforced, role) ? enforced[role as Role] : none;
}

/** What a word on a priority is worth: as much as the role's, and a proposal where the agency may set none. */
export function priorityRightOf(role: string, agencySets: boolean): PriorityRight {
  const { priority } = rightsOf(role);
  return agencySets || priority === 'NONE' ? priority : 'PROPOSE';
}
