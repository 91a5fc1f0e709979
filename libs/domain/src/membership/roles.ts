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

const row = (
  actor: string,
  contributes: string,
  [originate, receive, priority]: readonly [boolean, boolean, PriorityRight],
  regime: string,
): StakeholderRole => ({ actor, contributes, originate, receive, priority, regime });

/** The 18 roles. */
export const roles = {
  HOTLINE: row('public hotline', 'public reports, URL location, takedown', [true, false, 'PROPOSE'], 'GDPR/NATIONAL'),
  HELPLINE: row('child helpline', "child's own request for help", [true, false, 'PROPOSE'], 'GDPR'),
  CLEARINGHOUSE: row('national clearing house', 'intake, enrichment, routing', [true, true, 'SET'], 'national'),
  NCP_LE: row(
    'law-enforcement national contact / single point of contact',
    'routing, refusal, authorisation',
    [true, true, 'SET'],
    'LED',
  ),
  POC_247: row('24/7 point', 'P1 action, preservation', [true, true, 'SET'], 'LED'),
  LE_UNIT: row('specialised unit', 'investigation, victim identification', [true, true, 'SET'], 'LED'),
  PROSECUTOR: row('prosecutor / judge', 'orders, jurisdiction consultation', [true, true, 'RAISE'], 'LED'),
  CENTRAL_AUTH: row(
    'central authority for mutual legal assistance / extradition',
    'formal requests',
    [true, true, 'RAISE'],
    'LED',
  ),
  CHILD_PROT: row('child-protection / social service', 'safeguarding, placement', [true, true, 'RAISE'], 'GDPR'),
  VICTIM_SUPPORT: row('victim support organisation', 'support, voice of child', [true, true, 'RAISE'], 'GDPR'),
  HEALTH: row('health service', 'safeguarding only', [true, true, 'RAISE'], 'GDPR'),
  INDUSTRY_TS: row(
    'provider trust & safety',
    'notices, preservation, disclosure under order; never receives victim identity or case content',
    [true, false, 'PROPOSE'],
    'GDPR',
  ),
  INDUSTRY_SIGNAL: row('industry signal exchange', 'patterns', [false, false, 'NONE'], 'GDPR'),
  LIAISON_INTL: row(
    'Europol / INTERPOL / regional desk',
    'cross-check, coordination',
    [true, true, 'RAISE'],
    'EUDPR / RPD',
  ),
  DPA_COMPLIANCE: row(
    'data-protection officer, authority',
    'audit, erasure, complaints',
    [false, false, 'NONE'],
    'not applicable',
  ),
  OVERSIGHT: row(
    'independent review of overrides, refusals, statistics',
    'findings',
    [false, false, 'NONE'],
    'not applicable',
  ),
  SCHEME_ADMIN: row('bus operator', 'keys, membership, code lists', [false, false, 'NONE'], 'processor'),
  RESEARCH: row('approved researcher', 'evaluation', [false, false, 'NONE'], 'GDPR'),
} as const satisfies Record<string, StakeholderRole>;

export type Role = keyof typeof roles;

/** The role that is called upon at any hour (vocabulary 6, Budapest 35). */
export const AROUND_THE_CLOCK_ROLE = 'POC_247' satisfies Role;

/** Who runs the bus, and changes who takes part in it. */
export const OPERATOR_ROLE = 'SCHEME_ADMIN' satisfies Role;

const none: RoleRights = { originate: false, receive: false, priority: 'NONE' };

/** Of a role that does not exist: nothing. */
export function rightsOf(role: string): RoleRights {
  return Object.hasOwn(roles, role) ? roles[role as Role] : none;
}

/** What a word on a priority is worth: as much as the role's, and a proposal where the agency may set none. */
export function priorityRightOf(role: string, agencySets: boolean): PriorityRight {
  const { priority } = rightsOf(role);
  return agencySets || priority === 'NONE' ? priority : 'PROPOSE';
}
