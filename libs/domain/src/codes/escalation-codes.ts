import type {
  ChangeStatus,
  Duty,
  EscalationReply,
  LoweringReason,
  MissCause,
  OnwardObstacle,
  OnwardReply,
  PreservationEnd,
  PreservationFollowUp,
  PreservationNecessity,
  PreservedDataKind,
  Priority,
  PriorityReason,
  PriorityStanding,
  SafeguardingMeasure,
  SafeguardingResult,
  Side,
  VoiceResult,
} from '#libs/contracts';
import given from '../../../../reference/code-lists/escalation.json' with { type: 'json' };
import { givenList } from './code-list.js';

/** How urgent a referral is and why, what is owed by when, and what is done for the child and the evidence meanwhile. */
export const escalationCodes = {
  Priority: givenList<Priority>()(given.Priority),
  PriorityReason: givenList<PriorityReason>()(given.PriorityReason),
  LoweringReason: givenList<LoweringReason>()(given.LoweringReason),
  Side: givenList<Side>()(given.Side),
  PriorityStanding: givenList<PriorityStanding>()(given.PriorityStanding),
  ChangeStatus: givenList<ChangeStatus>()(given.ChangeStatus),
  Duty: givenList<Duty>()(given.Duty),
  MissCause: givenList<MissCause>()(given.MissCause),
  OnwardObstacle: givenList<OnwardObstacle>()(given.OnwardObstacle),
  OnwardReply: givenList<OnwardReply>()(given.OnwardReply),
  EscalationReply: givenList<EscalationReply>()(given.EscalationReply),
  VoiceResult: givenList<VoiceResult>()(given.VoiceResult),
  SafeguardingMeasure: givenList<SafeguardingMeasure>()(given.SafeguardingMeasure),
  SafeguardingResult: givenList<SafeguardingResult>()(given.SafeguardingResult),
  PreservedDataKind: givenList<PreservedDataKind>()(given.PreservedDataKind),
  PreservationNecessity: givenList<PreservationNecessity>()(given.PreservationNecessity),
  PreservationFollowUp: givenList<PreservationFollowUp>()(given.PreservationFollowUp),
  PreservationEnd: givenList<PreservationEnd>()(given.PreservationEnd),
};
