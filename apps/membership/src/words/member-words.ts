import { v7 as uuidv7 } from 'uuid';
import {
  admissionSchema,
  capacitySchema,
  changeEndSchema,
  changeSchema,
  clientSchema,
  contactSchema,
  lanesSchema,
  maintenanceSchema,
  memberSchema,
  nothingSchema,
  reasonSchema,
} from './fields.js';
import { type MembershipWord, word } from './word.js';

const unknown = { 404: ['MEMBER_NOT_FOUND'] };
const operators = { 403: ['ROLE_REQUIRED'], 422: ['PERSON_REQUIRED'] };
const own = { 403: ['AGENCY_NOT_YOURS'] };
const SECOND = 'By another person than the one who proposed it.';

/** What can be said of who takes part, and on which lanes. */
export const memberWords: readonly MembershipWord[] = [
  word({
    type: 'ProposeMember',
    path: 'agencies',
    summary: 'Propose an agency as a member, or a member with other roles or rights',
    description: 'Holds once another person has admitted it. A later proposal takes the place of an earlier one.',
    schema: memberSchema,
    example: { agency: 'PH-HOTLINE', name: 'Public Hotline', country: 'PH', roles: ['HOTLINE'] },
    refusals: { ...operators, 409: ['MEMBER_MOVED'], 422: ['MEMBER_UNSUITABLE', 'PERSON_REQUIRED'] },
    said: (data) => ({ type: 'ProposeMember', data }),
  }),
  word({
    type: 'AdmitMember',
    path: 'agencies/:agency/admit',
    summary: 'Admit an agency as it was proposed',
    description: `${SECOND} A suspended agency, or one that left, comes back in the same way, by what was proposed since. The body names the proposal, as its agency shows it: where another has taken its place, nobody is admitted.`,
    schema: admissionSchema,
    example: { proposal: '0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b' },
    refusals: { ...operators, ...unknown, 409: ['PROPOSAL_NOT_OPEN', 'SECOND_PERSON_REQUIRED', 'LAST_OPERATOR'] },
    said: ({ proposal }, { agency }) => ({ type: 'AdmitMember', data: { agency, proposal } }),
  }),
  word({
    type: 'ProposeChange',
    path: 'changes',
    summary: 'Propose to suspend an agency, or to let it leave',
    description: 'Holds once another person has approved it. The answer names the proposal.',
    schema: changeSchema,
    example: { kind: 'SUSPENSION', agency: 'PH-WCPC', reason: 'SECURITY_INCIDENT' },
    refusals: { ...operators, ...unknown, 409: ['MEMBER_TRANSITION_ILLEGAL', 'LAST_OPERATOR'] },
    said: (data) => ({ type: 'ProposeChange', data: { ...data, change: uuidv7() } }),
  }),
  word({
    type: 'ApproveChange',
    path: 'changes/:change/approve',
    summary: 'Approve a suspension or a departure',
    description: `${SECOND} Within five seconds no app lets the agency in any more.`,
    schema: nothingSchema,
    example: null,
    refusals: {
      ...operators,
      409: ['CHANGE_NOT_OPEN', 'SECOND_PERSON_REQUIRED', 'LAST_OPERATOR'],
    },
    said: (_nothing, { change }) => ({ type: 'ApproveChange', data: { change } }),
  }),
  word({
    type: 'DeclineChange',
    path: 'changes/:change/decline',
    summary: 'Decline a suspension or a departure',
    description: `${SECOND} The agency takes part as before.`,
    schema: changeEndSchema,
    example: { reason: 'GROUNDS_MISSING' },
    refusals: { ...operators, 409: ['CHANGE_NOT_OPEN', 'SECOND_PERSON_REQUIRED'] },
    said: ({ reason }, { change }) => ({ type: 'DeclineChange', data: { change, reason } }),
  }),
  word({
    type: 'WithdrawChange',
    path: 'changes/:change/withdraw',
    summary: 'Take a proposed suspension or departure back',
    description: 'By the person who proposed it.',
    schema: changeEndSchema,
    example: { reason: 'PROPOSED_IN_ERROR' },
    refusals: { ...operators, 409: ['CHANGE_NOT_OPEN', 'CHANGE_OF_ANOTHER_PERSON'] },
    said: ({ reason }, { change }) => ({ type: 'WithdrawChange', data: { change, reason } }),
  }),
  word({
    type: 'RegisterClient',
    path: 'agencies/:agency/clients',
    summary: 'Register a client of an agency',
    description:
      'Once an agency has had a registered client, no other one speaks for it, also when all that were registered are revoked.',
    schema: clientSchema,
    example: { client: 'ph-wcpc' },
    refusals: { ...unknown, 403: ['ROLE_REQUIRED'], 409: ['CLIENT_WAS_REVOKED', 'CLIENTS_EXHAUSTED'] },
    said: ({ client }, { agency }) => ({ type: 'RegisterClient', data: { agency, client } }),
  }),
  word({
    type: 'RevokeClient',
    path: 'agencies/:agency/clients/:client/revoke',
    summary: 'Revoke a client of an agency',
    description:
      'By the operator or by the agency itself; one person is enough, since a stolen key does not wait for two. ' +
      'Within five seconds no app lets it in any more, whatever tokens it holds.',
    schema: reasonSchema,
    example: { reason: 'CLIENT_COMPROMISED' },
    refusals: { ...unknown, ...own, 409: ['CLIENTS_EXHAUSTED', 'LAST_OPERATOR'] },
    said: ({ reason }, { agency, client }) => ({ type: 'RevokeClient', data: { agency, client, reason } }),
  }),
  word({
    type: 'ChangeContactPoint',
    path: 'agencies/:agency/contact-points/:role',
    summary: 'Say how a desk of an agency is reached',
    description:
      'By the operator or by the agency itself. Desks only: no number or address of a person. A desk that does not answer ' +
      'around the clock says in `calendar` when it is staffed.',
    schema: contactSchema,
    example: {
      availability: 'OFFICE_HOURS',
      desk: 'Duty desk',
      phone: '+63285550100',
      languages: ['en', 'tl'],
      calendar: {
        zone: 'Asia/Manila',
        weekly: [
          ...(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY'] as const).map((day) => ({
            day,
            from: '08:00',
            to: '17:00',
          })),
          { day: 'FRIDAY', from: '20:00', to: '06:00' },
        ],
        closed: ['2026-12-25', '2026-12-30'],
      },
    },
    refusals: {
      ...unknown,
      ...own,
      422: ['CONTACT_ROLE_UNSUITABLE', 'CONTACT_UNREACHABLE', 'CONTACT_CALENDAR_UNSUITABLE'],
    },
    said: (contact, { agency, role }) => ({ type: 'ChangeContactPoint', data: { agency, role, contact } }),
  }),
  word({
    type: 'ChangeContactPoint',
    path: 'agencies/:agency/contact-points/:role/remove',
    summary: 'Say that a role of an agency has no contact point any more',
    description: 'By the operator or by the agency itself, also of a role that it holds no more.',
    schema: nothingSchema,
    example: null,
    refusals: { ...unknown, ...own },
    said: (_nothing, { agency, role }) => ({ type: 'ChangeContactPoint', data: { agency, role, contact: null } }),
  }),
  word({
    type: 'NotifyCapacity',
    path: 'agencies/:agency/capacity',
    summary: 'Say how much an agency can take on',
    description: 'By the operator or by the agency itself. A notice for senders: it refuses nothing by itself.',
    schema: capacitySchema,
    example: { state: 'REDUCED', from: '2027-01-04T08:00:00Z', until: '2027-01-08T17:00:00Z' },
    refusals: { ...unknown, ...own, 422: ['SPAN_ENDS_BEFORE_IT_BEGINS'] },
    said: (notice, { agency }) => ({ type: 'NotifyCapacity', data: { agency, ...notice } }),
  }),
  word({
    type: 'NotifyMaintenance',
    path: 'agencies/:agency/maintenance',
    summary: "Say when an agency's systems are away",
    description:
      'By the operator or by the agency itself. What is sent to it waits meanwhile. A notice that ends where it begins ' +
      'takes the last one back.',
    schema: maintenanceSchema,
    example: { from: '2027-01-04T22:00:00Z', until: '2027-01-05T02:00:00Z' },
    refusals: { ...unknown, ...own, 422: ['SPAN_ENDS_BEFORE_IT_BEGINS'] },
    said: (span, { agency }) => ({ type: 'NotifyMaintenance', data: { agency, ...span } }),
  }),
  word({
    type: 'AssignLanes',
    path: 'jurisdictions/:jurisdiction/lanes',
    summary: 'Give a jurisdiction its lanes, or more of them',
    description:
      'All lanes that it is to have: those that it has, and more. Referrals keep their lane, new ones take any of them, ' +
      'and a repeated command finds its first answer in whichever lane that was given.',
    schema: lanesSchema,
    example: { routine: [1, 2, 3, 4, 5, 6, 7, 8, 60], urgent: [36], access: [48] },
    refusals: { ...operators, 409: ['LANES_NARROWED'], 422: ['LANES_UNSUITABLE', 'PERSON_REQUIRED'] },
    said: (lanes, { jurisdiction }) => ({ type: 'AssignLanes', data: { jurisdiction, lanes } }),
  }),
];
