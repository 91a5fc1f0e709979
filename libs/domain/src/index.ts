export * from './codes/case-codes.js';
export type { CodeList } from './codes/code-list.js';
export * from './codes/decision-codes.js';
export * from './codes/escalation-codes.js';
export { membershipCodes } from './codes/membership-codes.js';
export { treatyCodes } from './codes/treaty-codes.js';
export * from './escalation/commands.js';
export { proposedFor } from './escalation/crosswalk.js';
export { isEscalationCommand } from './escalation/escalation.js';
export { isEscalationEvent, type EscalationEvent } from './escalation/evolve.js';
export { beginsAnew, escalationAfter, type LegFact } from './escalation/fold.js';
export { firstEscalationRules } from './escalation/first-rules.js';
export { calledUpon, type Climbing } from './escalation/ladder.js';
export { knownLegalClocks, type LegalClock, legalClocks } from './escalation/legal-clocks.js';
export { climbedNow, type ClockedLeg, isDone, type Moment, momentsOf, owedOf } from './escalation/moments.js';
export { onwardRefusal, ToldRefusal } from './escalation/onward-refused.js';
export * from './escalation/rules.js';
export * from './escalation/state.js';
export { type EscalationCommandName, escalationWords } from './escalation/words.js';
export * from './exercise/exercise.js';
export { exerciseMoves } from './exercise/exercise-moves.js';
export * from './exercise/exercise-report.js';
export { ruleCatalogue } from './exercise/rule-catalogue.js';
export type { Exercise, Exercises, Lesson, Training } from './exercise/state.js';
export * from './exercise/training-cases.js';
export { findTerms, firstGlossary, forbiddenTerms, GLOSSARY, glossary, type Term } from './glossary/glossary.js';
export { callsEndedBy, urgencyIn } from './leg/calls.js';
export * from './leg/leg.js';
export { requireTakingPart } from './leg/taking-part.js';
export * from './membership/bus-actors.js';
export * from './membership/commands.js';
export { type CalledBy, calledBy } from './membership/contact-channels.js';
export * from './membership/coverage.js';
export { CALENDAR_LIMITS, type DeskHours, deskHours, faultsOfCalendar } from './membership/desk-hours.js';
export * from './membership/directory.js';
export type { MembershipEvent } from './membership/evolve.js';
export * from './membership/lane-map.js';
export * from './membership/membership.js';
export { inMaintenance } from './membership/notices.js';
export { memberMoves } from './membership/member-moves.js';
export {
  partsOf,
  responsibilityColumns,
  responsibilityRows,
  type Step,
  stepOfStatus,
  STEPS,
} from './membership/responsibilities.js';
export * from './membership/roles.js';
export { stakeholderDocument } from './membership/stakeholders.js';
export * from './membership/standing.js';
export type { Member, Membership } from './membership/state.js';
export { type ActingOnLeg, whoMustAct, whoMustActOn } from './membership/who-must-act.js';
export { contentAfter, wholeContent } from './referral/case-content.js';
export type { CaseContent } from './referral/case-content.js';
export { carriedOn, isPassedOn, isStatement } from './referral/carrying.js';
export type { Carrying, PassedOn, Statement, WentOn } from './referral/carrying.js';
export { clocksOf } from './referral/clocks.js';
export type { ReferralClocks } from './referral/clocks.js';
export * from './referral/commands.js';
export * from './referral/consultation-carrying.js';
export { type ReferralEvent, speakerOf } from './referral/evolve.js';
export type { ReachedStep } from './referral/delivery-steps.js';
export * from './referral/ended.js';
export * from './referral/grounds.js';
export { leftBehind } from './referral/left-behind.js';
export type { StatusPart } from './referral/left-behind.js';
export { LIMITS } from './referral/limits.js';
export { referral } from './referral/referral.js';
export type { ReferralRelated } from './referral/related.js';
export { obstacleTo } from './referral/onward.js';
export * from './referral/onward-leg.js';
export { plainSubmission } from './referral/plain-submission.js';
export { contentDigest } from './referral/release.js';
export * from './referral/rules.js';
export type { Referral, Release, Submitted, Unsubmitted } from './referral/state.js';
export * from './referral/transitions/transition.js';
export * from './referral/transitions/transitions.js';
export type { Codebook, Retired } from './rules/codebook.js';
export * from './rules/commands.js';
export { differencesOf, type Difference } from './rules/differences.js';
export { codeLists } from './rules/document-faults.js';
export { firstEscalationDocument } from './rules/escalation-rules.js';
export { isPending, isShownTo } from './rules/in-exercise.js';
export { firstInstrumentDocument, firstInstruments, INSTRUMENT_LIST } from './rules/instruments.js';
export { neverPublished } from './rules/never-published.js';
export { COMMENT_MONTHS, proposalMoves, PUBLICATIONS } from './rules/proposal-moves.js';
export { firstReferralRules, referralRulebook } from './rules/referral-rules.js';
export * from './rules/reference-in-force.js';
export { firstResponsibilityRules, RESPONSIBILITY_RULES } from './rules/responsibility-rules.js';
export { firstRoleList, ROLE_LIST } from './rules/role-table.js';
export type { RulesEvent } from './rules/rules-evolve.js';
export * from './rules/rules-stream.js';
export * from './rules/state.js';
export { treatyDocument } from './rules/treaty-file.js';
export {
  type Instrument,
  INSTRUMENTS,
  judgeTreaty,
  TREATY_OBSTACLES,
  treatiesOf,
  type TreatyVerdict,
} from './rules/treaties.js';
