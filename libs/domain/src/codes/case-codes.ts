import type {
  AccessExtent,
  Accuracy,
  Confidence,
  CrossBorderType,
  DualCriminality,
  DualCriminalityWaiver,
  EvidenceKind,
  ExtraditionFlag,
  FileKind,
  Modifier,
  NexusBasis,
  Obligation,
  OffenceType,
  Outcome,
  Purpose,
  SubjectCategory,
} from '#libs/contracts';
import given from '../../../../reference/code-lists/cases.json' with { type: 'json' };
import { givenList, givenListWithUnknown } from './code-list.js';

/** What a case is, and what came of it. */
export const caseCodes = {
  OffenceType: givenList<OffenceType>()(given.OffenceType),
  Modifier: givenList<Modifier>()(given.Modifier),
  FileKind: givenList<FileKind>()(given.FileKind),
  EvidenceKind: givenList<EvidenceKind>()(given.EvidenceKind),
  NexusBasis: givenListWithUnknown<NexusBasis>()(given.NexusBasis),
  Confidence: givenList<Confidence>()(given.Confidence),
  CrossBorderType: givenList<CrossBorderType>()(given.CrossBorderType),
  DualCriminality: givenList<DualCriminality>()(given.DualCriminality),
  DualCriminalityWaiver: givenList<DualCriminalityWaiver>()(given.DualCriminalityWaiver),
  ExtraditionFlag: givenList<ExtraditionFlag>()(given.ExtraditionFlag),
  Obligation: givenList<Obligation>()(given.Obligation),
  SubjectCategory: givenList<SubjectCategory>()(given.SubjectCategory),
  Outcome: givenList<Outcome>()(given.Outcome),
  Accuracy: givenList<Accuracy>()(given.Accuracy),
  Purpose: givenList<Purpose>()(given.Purpose),
  AccessExtent: givenList<AccessExtent>()(given.AccessExtent),
};
