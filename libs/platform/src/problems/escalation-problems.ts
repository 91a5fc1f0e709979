/** Codes of the escalation family: why a command on urgency, calls, the child or the evidence is refused. */
export const escalationProblems = {
  PRIORITY_NOT_SET: { status: 409, title: 'No priority', meaning: 'The referral has no level yet.' },
  PRIORITY_NOT_RAISED: {
    status: 409,
    title: 'Not raised',
    meaning: 'The level is below the one that drives, which `priority` tells: lower it instead (vocabulary 1.4 R1.2).',
  },
  PRIORITY_NOT_LOWERED: {
    status: 409,
    title: 'Not lowered',
    meaning: 'The level is above the one that drives, which `priority` tells: raise it instead (vocabulary 1.4 R1.2).',
  },
  PRIORITY_DISPUTED: {
    status: 409,
    title: 'Priority disputed',
    meaning:
      "The sender objected to the lowering: the higher role of the receiver's side decides (vocabulary 1.4 R1.2).",
  },
  LOWERING_NOT_PROPOSED: {
    status: 409,
    title: 'No lowering proposed',
    meaning: 'Lowering P1 is proposed by one person before another approves it (vocabulary 1.4 R1.2).',
  },
  LOWERING_NOT_DISPUTABLE: {
    status: 409,
    title: 'Nothing to object to',
    meaning: 'No lowering of P1 stands that was not decided already (vocabulary 1.4 R1.2).',
  },
  LOWERING_REASON_REQUIRED: {
    status: 422,
    title: 'Reason for lowering required',
    meaning: 'A level is lowered for a coded reason only (vocabulary 1.4 R1.2).',
  },
  DISPUTE_NOT_OPEN: { status: 409, title: 'No dispute', meaning: 'Nobody objects to the level.' },
  ESCALATION_NOT_RAISED: { status: 409, title: 'Nothing raised', meaning: 'Nobody was called upon yet.' },
  ONWARD_NOT_STUCK: {
    status: 409,
    title: 'Not stuck',
    meaning: 'The case was not refused to go on, or a national contact has answered since (vocabulary 2.4 I6).',
  },
  SUGGESTION_NOT_APPLICABLE: {
    status: 422,
    title: 'No agency is to be named',
    meaning: 'Another agency is named with `NAMES_OTHER` only.',
  },
  SAFEGUARDING_EXHAUSTED: {
    status: 409,
    title: 'Too many services',
    meaning: 'A referral keeps no further notice to a service; `limit` tells how many it keeps.',
  },
  SAFEGUARDING_NOT_NOTIFIED: {
    status: 404,
    title: 'Not notified',
    meaning: 'No service was told by that event.',
  },
  PRESERVATIONS_EXHAUSTED: {
    status: 409,
    title: 'Too many preservations',
    meaning: 'A referral keeps no further request to preserve: release one; `limit` tells how many it keeps.',
  },
  PRESERVATION_NOT_FOUND: {
    status: 404,
    title: 'Preservation not found',
    meaning: 'No such request to preserve stands: it was never made, or was released.',
  },
  PRESERVATION_TOO_SHORT: {
    status: 422,
    title: 'Preserved too shortly',
    meaning: 'Across borders data is preserved for 60 days at least (Budapest 29(7)); `days` tells how long.',
  },
  PRESERVATION_TOO_LONG: {
    status: 422,
    title: 'Preserved too long',
    meaning: 'A domestic order is for 90 days at most, and renewable (Budapest 16(2)); `days` tells how long.',
  },
  CUSTODIAN_REQUIRED: {
    status: 422,
    title: 'Custodian required',
    meaning: 'A request to preserve names who holds the data, or where it is stored (Budapest 29(2)d).',
  },
} as const;
