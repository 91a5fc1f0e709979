/**
 * Bounds of what a leg's state holds, since it is written with every event. What an agency says beyond one is refused by a code of
 * its own, but for reports of outcomes; what the bus carries on from earlier legs never is (vocabulary 2.4 I7).
 */
export const LIMITS = {
  /** Countries that a case concerns: NEXUS_COUNTRIES_EXHAUSTED. */
  countries: 50,
  /** Supplements of each party that stand: SUPPLEMENTS_EXHAUSTED. */
  supplements: 10,
  /** Supplements that the state remembers, those carried on from earlier legs among them: beyond, it forgets one of these. */
  supplementsKept: 30,
  /** Answered requests for information: INFORMATION_ROUNDS_EXHAUSTED. */
  informationRounds: 6,
  /** Reports of outcomes that stand and may be corrected: with one more the oldest may not be any more. */
  outcomes: 8,
  /** Statements that make an obligation and may be taken back: with one more the oldest may not be any more. */
  obliging: 4,
  /** Undecided requests for access, and as many for transfer. One more is answered as if the case did not exist. */
  requests: 6,
  /** Pieces of evidence in one statement: EVIDENCE_EXHAUSTED. */
  evidence: 50,
  /** Countries in one consultation: CONSULTATION_COUNTRIES_UNSUITABLE. */
  consultationCountries: 20,
} as const;
