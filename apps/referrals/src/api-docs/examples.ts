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

export const exampleAcceptance = { scope: 'PARTIAL', reason: 'CAPACITY' };

export const exampleRejection = {
  reason: 'WRONG_RECIPIENT',
  partialConsidered: true,
  suggested: { agency: 'GB-NCP' },
};

const since = '2026-11-02T01:30:00.125Z';

/** Answers to these requests, apart from ids, times and positions. */
export const exampleAnswers = {
  submitted: {
    id: EXAMPLE_ID,
    status: 'SUBMITTED',
    since,
    to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
    priority: 'P2',
  },
  received: { id: EXAMPLE_ID, status: 'RECEIVED', since },
  acknowledged: { id: EXAMPLE_ID, status: 'ACKNOWLEDGED', since },
  accepted: { id: EXAMPLE_ID, status: 'ACCEPTED', since, ...exampleAcceptance },
  rejected: { id: EXAMPLE_ID, status: 'REJECTED', since, reason: 'WRONG_RECIPIENT' },
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
