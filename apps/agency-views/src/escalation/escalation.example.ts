const sender = { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' };
const recipient = { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' };

/** An escalation as its recipient reads it, for the description of the API. */
export const escalationExample = {
  id: 'PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b',
  status: 'RECEIVED',
  since: '2026-11-24T08:30:02.411Z',
  from: sender,
  to: recipient,
  ladder: 'OPEN',
  priority: {
    driving: 'P1',
    sender: { level: 'P1', reasons: ['LIVE_ABUSE'] },
    receiver: null,
    proposed: null,
    disputed: false,
  },
  voiceContact: { recorded: false, calls: [{ at: '2026-11-24T08:41:00.000Z', by: 'US-CLEAR', result: 'NO_ANSWER' }] },
  tried: [
    {
      step: 1,
      at: '2026-11-24T08:45:00.310Z',
      dueAt: '2026-11-24T08:45:00.125Z',
      cause: 'ACKNOWLEDGE',
      level: 'P1',
      called: [recipient],
      unfilled: ['POC_247'],
      closed: [{ ...recipient, opensAt: '2026-11-25T00:00:00.000Z', passedOver: false }],
      outcome: 'OPEN',
      rules: 'escalation/1',
    },
  ],
  calls: [
    {
      step: 1,
      cause: 'ACKNOWLEDGE',
      agency: 'PH-WCPC',
      role: 'LE_UNIT',
      channel: 'SMTP',
      messages: 1,
      failures: 0,
      outcome: 'TAKEN',
      triedAt: '2026-11-24T08:45:00.902Z',
      takenAt: '2026-11-24T08:45:00.902Z',
      nextAt: '2026-11-24T08:50:12.004Z',
      endedBy: null,
    },
  ],
  answers: [],
  refusedOnward: [],
  overdue: [
    {
      duty: 'VOICE_CONTACT',
      level: 'P1',
      countedFrom: '2026-11-24T08:30:00.125Z',
      dueAt: '2026-11-24T08:45:00.125Z',
      responsible: recipient,
      rules: 'escalation/1',
    },
  ],
  clocks: [
    {
      duty: 'VOICE_CONTACT',
      countedFrom: '2026-11-24T08:30:00.125Z',
      warnAt: '2026-11-24T08:40:00.125Z',
      dueAt: '2026-11-24T08:45:00.125Z',
      missed: true,
    },
    {
      duty: 'ACKNOWLEDGE',
      countedFrom: '2026-11-24T08:30:00.125Z',
      warnAt: '2026-11-24T08:45:00.125Z',
      dueAt: '2026-11-24T09:00:00.125Z',
      missed: false,
    },
  ],
  next: {
    step: {
      step: 2,
      at: '2026-11-24T09:00:00.125Z',
      cause: 'ACKNOWLEDGE',
      who: 'alternate contact in the same country',
      roles: ['POC_247', 'NCP_LE', 'LE_UNIT'],
      opensAt: null,
    },
    opening: null,
    clock: { kind: 'MISSED', duty: 'ACKNOWLEDGE', at: '2026-11-24T09:00:00.125Z' },
  },
  synthetic: false,
  parked: false,
};
