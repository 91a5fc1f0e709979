import { formatBusPosition } from '#libs/kernel';
import { referralExample } from '../referral/referral.example.js';

export const feedItemExample = {
  id: '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6c',
  type: 'ReferralAccepted',
  referral: referralExample.id,
  at: '2026-11-24T09:12:44.310Z',
  synthetic: false,
  viewpoint: 'SENDER',
  history: false,
  lapses: false,
  actor: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH', person: null },
  data: { by: 'PH-WCPC', scope: 'FULL', reason: null },
  position: formatBusPosition({ lane: 17, position: 204, vector: [204, 201] }),
} as const;
