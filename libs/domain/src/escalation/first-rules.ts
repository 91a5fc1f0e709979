import type { EscalationRules, Example, LadderStep } from './rules.js';

const HOUR = 60;
const DAY = 24 * HOUR;

const examples = (rows: Readonly<Record<string, string>>): Example[] =>
  Object.entries(rows).map(([code, text]) => ({ code, text }));

const step = (after: number, who: string, ...reach: LadderStep['reach']): LadderStep => ({ after, who, reach });

/**
 * Vocabulary 1.3 as it is proposed. The times of safeguarding are those of the first action, and those of the delivery
 * are ours: the vocabulary sets none.
 */
export const firstEscalationRules: EscalationRules = {
  version: 1,
  levels: {
    P1: {
      name: 'IMMINENT',
      harmTest: "A child's life or physical safety is at risk now or within 72 hours, or abuse is happening.",
      examples: examples({
        LIVE_ABUSE_UNDER_WAY: 'Live-streamed abuse is under way.',
        CHILD_AT_RISK_OF_SELF_HARM: 'A child under extortion is suicidal or self-harming.',
        MEETING_ARRANGED: 'A meeting with the child is arranged.',
        CHILD_MISSING_IN_CONTACT: 'An abducted or missing child is in online contact.',
        PUBLICATION_WITHIN_HOURS: 'Somebody threatens to publish within hours.',
      }),
      responsible: { who: '24/7 contact point, duty officer', roles: ['POC_247'] },
      duties: {
        VOICE_CONTACT: { within: 15, warnBefore: 5 },
        ACKNOWLEDGE: { within: 30, warnBefore: 15 },
        PRESERVATION: { within: 2 * HOUR, warnBefore: 30 },
        FIRST_ACTION: { within: 4 * HOUR, warnBefore: HOUR },
        SAFEGUARDING: { within: 4 * HOUR, warnBefore: HOUR },
        FIRST_ACTION_LIMIT: { within: 8 * HOUR, warnBefore: HOUR, legalClock: 'EU-LEIE-URGENT' },
      },
      statusUpdate: { every: 4 * HOUR, warnBefore: HOUR, until: 'CHILD_LOCATED' },
      ladder: [
        step(15, 'duty officer, by telephone', { where: 'RECEIVER', roles: ['POC_247'] }),
        step(30, 'alternate contact in the same country', {
          where: 'ALTERNATE',
          roles: ['POC_247', 'NCP_LE', 'LE_UNIT'],
        }),
        step(
          60,
          'national central authority, and the liaison of Europol or INTERPOL',
          { where: 'COUNTRY', roles: ['NCP_LE', 'CENTRAL_AUTH'] },
          { where: 'INTERNATIONAL', roles: ['LIAISON_INTL'] },
        ),
      ],
      delivery: { RELAYED: 5, AVAILABLE: 5, RETRIEVED: 10 },
    },
    P2: {
      name: 'URGENT',
      harmTest:
        'A specific child is probably being abused or coerced, or will be soon; or the only evidence will be lost within days.',
      examples: examples({
        SUSPECT_WITH_CHILDREN: 'The suspect lives or works with children.',
        ONGOING_ABUSE_INDICATED: 'New first-generation material points to ongoing abuse.',
        EXTORTION_CONTINUES: 'Extortion with continuing payments.',
        KNOWN_OFFENDER_NEW_CONTACT: 'A known offender has new contact.',
        DATA_DELETED_SOON: 'The provider deletes the data in less than 14 days.',
      }),
      responsible: { who: 'supervisor of the specialised unit', roles: ['LE_UNIT'] },
      duties: {
        ACKNOWLEDGE: { within: 8 * HOUR, warnBefore: 2 * HOUR },
        PRESERVATION: { within: DAY, warnBefore: 4 * HOUR },
        FIRST_ACTION: { within: DAY, warnBefore: 4 * HOUR },
        SAFEGUARDING: { within: DAY, warnBefore: 4 * HOUR },
      },
      statusUpdate: { every: DAY, warnBefore: 4 * HOUR, until: 'FIRST_ACTION', thenEvery: 7 * DAY },
      ladder: [
        step(8 * HOUR, 'head of the unit', { where: 'RECEIVER', roles: ['LE_UNIT'] }),
        step(16 * HOUR, '24/7 point', { where: 'COUNTRY', roles: ['POC_247'] }),
        step(DAY, 'national contact', { where: 'COUNTRY', roles: ['NCP_LE'] }),
      ],
      delivery: { RELAYED: 10, AVAILABLE: 10, RETRIEVED: 2 * HOUR },
    },
    P3: {
      name: 'PRIORITY',
      harmTest: 'An identifiable suspect or child, past or possible harm, no sign of present danger.',
      examples: examples({
        KNOWN_MATERIAL_SHARED: 'Known material is shared by an identified account.',
        SOLICITATION_WITHOUT_MEETING: 'Solicitation without a meeting.',
        SURVIVOR_NAMES_SUSPECT: 'An adult survivor names a suspect.',
        SUSPECT_TRAVELS_LATER: 'A suspect travels at a later date.',
      }),
      responsible: { who: 'assigned investigator or case worker', roles: ['LE_UNIT', 'CHILD_PROT'] },
      duties: {
        ACKNOWLEDGE: { within: DAY, warnBefore: 6 * HOUR },
        FIRST_ACTION: { within: 3 * DAY, warnBefore: DAY, legalClock: 'EU-LEIE-URGENT-INDIRECT' },
        PRESERVATION: { within: 7 * DAY, warnBefore: DAY },
      },
      statusUpdate: { every: 14 * DAY, warnBefore: 2 * DAY },
      ladder: [
        step(DAY, 'head of the unit', { where: 'RECEIVER', roles: ['LE_UNIT'] }),
        step(3 * DAY, 'national contact', { where: 'COUNTRY', roles: ['NCP_LE'] }),
      ],
      delivery: { RELAYED: 30, AVAILABLE: 30, RETRIEVED: 8 * HOUR },
    },
    P4: {
      name: 'STANDARD',
      harmTest: 'No identifiable child or suspect yet, or information only.',
      examples: examples({
        VIRAL_DUPLICATES: 'Viral duplicates.',
        NO_IDENTIFIERS: 'A report without identifiers.',
        TREND_INFORMATION: 'Information on a trend.',
        STATISTICS_REQUESTED: 'A request for statistics.',
      }),
      responsible: { who: 'intake desk', roles: ['CLEARINGHOUSE', 'NCP_LE', 'LE_UNIT'] },
      duties: {
        ACKNOWLEDGE: { within: 3 * DAY, warnBefore: DAY },
        FIRST_ACTION: { within: 7 * DAY, warnBefore: 2 * DAY, legalClock: 'EU-LEIE' },
      },
      statusUpdate: { every: 30 * DAY, warnBefore: 5 * DAY },
      ladder: [
        step(3 * DAY, 'lead of the intake', { where: 'RECEIVER', roles: ['CLEARINGHOUSE', 'NCP_LE', 'LE_UNIT'] }),
        step(7 * DAY, 'head of the unit', { where: 'RECEIVER', roles: ['LE_UNIT'] }),
      ],
      delivery: { RELAYED: HOUR, AVAILABLE: HOUR, RETRIEVED: DAY },
    },
  },
  preservation: { alarmDays: [21, 7, 2], leastDaysAbroad: 60, mostDaysAtHome: 90 },
};
