import type {
  AcceptanceScope,
  BundleBasis,
  CloseReason,
  ConsultationResult,
  CorrectionReason,
  DeclineReason,
  DeliveryStep,
  ErrorReason,
  Ground,
  HandlingCondition,
  HoldReason,
  InfoRequestType,
  ReopenReason,
  ReturnCause,
  TransferReason,
  WithdrawalReason,
} from '#libs/contracts';
import type { SubmittedStatus } from '../referral/transitions/transition.js';
import given from '../../../../reference/code-lists/decisions.json' with { type: 'json' };
import { givenList } from './code-list.js';

/** Where a referral stands, and why agencies decide as they do. */
export const decisionCodes = {
  ReferralStatus: givenList<SubmittedStatus>()(given.ReferralStatus),
  DeliveryStep: givenList<DeliveryStep>()(given.DeliveryStep),
  AcceptanceScope: givenList<AcceptanceScope>()(given.AcceptanceScope),
  HandlingCondition: givenList<HandlingCondition>()(given.HandlingCondition),
  Ground: givenList<Ground>()(given.Ground),
  InfoRequestType: givenList<InfoRequestType>()(given.InfoRequestType),
  HoldReason: givenList<HoldReason>()(given.HoldReason),
  WithdrawalReason: givenList<WithdrawalReason>()(given.WithdrawalReason),
  DeclineReason: givenList<DeclineReason>()(given.DeclineReason),
  CloseReason: givenList<CloseReason>()(given.CloseReason),
  ReopenReason: givenList<ReopenReason>()(given.ReopenReason),
  CorrectionReason: givenList<CorrectionReason>()(given.CorrectionReason),
  ErrorReason: givenList<ErrorReason>()(given.ErrorReason),
  ReturnCause: givenList<ReturnCause>()(given.ReturnCause),
  TransferReason: givenList<TransferReason>()(given.TransferReason),
  ConsultationResult: givenList<ConsultationResult>()(given.ConsultationResult),
  BundleBasis: givenList<BundleBasis>()(given.BundleBasis),
};
