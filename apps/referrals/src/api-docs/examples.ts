const DAY_MS = 86_400_000;

/** A time that lies ahead for as long as this process may run: an example must work when it is sent. */
export const inDays = (days: number): string =>
  new Date((Math.floor(Date.now() / DAY_MS) + days) * DAY_MS).toISOString();

export const EXAMPLE_ID = 'PH.36.0198c0de-0000-7000-8000-000000000000';

/** Requests for the demo directory that work when sent as they are, apart from ids. Nothing in them is real. */
export const exampleSubmission = {
  to: { agency: 'PH-WCPC', role: 'LE_UNIT' },
  reference: 'CT-2026-118402',
  reporter: { company: 'Example Video Ltd', role: 'INDUSTRY_TS' },
  incident: {
    offenceType: 'SOLICITATION',
    modifiers: ['FINANCIAL_EXTORTION'],
    occurredAt: '2026-11-02T08:15:00+08:00',
    zone: 'Asia/Manila',
  },
  files: [{ kind: 'CHAT_LOG', count: 2 }],
  nexus: [
    { country: 'PH', basis: 'VICTIM_PRESENT', confidence: 'MEDIUM' },
    { country: 'US', basis: 'PROVIDER_ESTABLISHED', confidence: 'HIGH' },
  ],
  priority: { level: 'P2', reasons: ['EXTORTION_ACTIVE'] },
  sentAt: '2026-11-02T01:30:00Z',
  synthetic: true,
};

export const exampleBatch = {
  items: [
    { idempotencyKey: 'example-batch-item-01', referral: exampleSubmission },
    {
      idempotencyKey: 'example-batch-item-02',
      referral: {
        to: { agency: 'GB-NCP' },
        incident: { offenceType: 'CSAM_DISTRIBUTION', modifiers: ['KNOWN_MATERIAL'] },
        files: [{ kind: 'IMAGE', count: 3 }],
        priority: { level: 'P4', reasons: ['KNOWN_MATERIAL_ONLY'] },
        synthetic: true,
      },
    },
  ],
};

export const exampleAcceptance = {
  scope: 'CONDITIONAL',
  reason: 'HARMS_INVESTIGATION',
  conditions: ['NO_CONTACT_SUSPECT', 'CONSULT_BEFORE_ACTION'],
  note: 'NOTE-118402',
};

export const exampleRejection = {
  reason: 'WRONG_RECIPIENT',
  partialConsidered: true,
  suggested: { agency: 'GB-NCP' },
};

export const exampleInformation = {
  answered: ['LOCATION'],
  unavailable: ['TIME'],
  additions: { files: [{ kind: 'DOCUMENT', count: 1 }] },
  note: 'NOTE-118403',
};

export const exampleAdditions = {
  nexus: [{ country: 'AU', basis: 'SUSPECT_PRESENT', confidence: 'LOW' }],
  evidence: [{ reference: 'EV-118402-1', kind: 'LEGAL_ORDER', holder: 'US-CLEAR', mediaType: 'application/pdf' }],
  crossBorder: { types: ['PROVIDER_ABROAD'], dualCriminality: 'UNDETERMINED' },
};

export const exampleOutcomes = [{ outcome: 'CHILD_SAFEGUARDED', on: '2026-11-02', accuracy: 'CONFIRMED' }];

export const exampleOnward = {
  sent: { to: { agency: 'AU-NCP' }, reason: 'NOT_COMPETENT_TERRITORY' },
  answered: {
    leg: 'AU.44.0198c0de-0000-7000-8000-000000000003',
    to: { agency: 'AU-NCP', role: 'NCP_LE', country: 'AU' },
  },
};

export const exampleBundle = {
  bundle: { bundle: '0198c0de-0000-7000-8000-000000000004', lead: 'PH.3.0198c0de-0000-7000-8000-000000000005' },
  basis: 'VIRAL_DUPLICATE',
};

const since = '2026-11-02T01:30:00.125Z';

export const exampleTo = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };

/** Answers to these requests, apart from ids, times and positions. */
export const exampleAnswers = {
  submitted: { id: EXAMPLE_ID, status: 'SUBMITTED', since, to: exampleTo, priority: 'P2' },
  asked: { id: EXAMPLE_ID, at: since, to: exampleTo, priority: 'P2', release: 'REQUESTED' },
  /** To a command that brings the referral there, or leaves it where it is. */
  moved: (status: string): object =>
    status === 'STAYS' ? { id: EXAMPLE_ID, at: since } : { id: EXAMPLE_ID, status, since },
};

export const exampleBatchAnswer = {
  results: [
    {
      index: 0,
      status: 201,
      id: EXAMPLE_ID,
      referral: exampleAnswers.submitted,
      busPosition: 'MzZ-Mn4xLjI',
    },
    {
      index: 1,
      status: 422,
      problem: {
        type: '/problems/CONTENT_INVALID',
        title: 'Invalid content',
        status: 422,
        code: 'CONTENT_INVALID',
        instance: 'urn:uuid:0198c0de-0000-7000-8000-000000000001',
        errors: [{ path: '/priority/level', rule: 'INVALID_VALUE' }],
      },
    },
  ],
};
