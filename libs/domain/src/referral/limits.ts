/** Bounds of what a leg's state holds, since it is written with every event. Each is refused by a code of its own. */
export const LIMITS = {
  /** Countries that a case concerns: NEXUS_COUNTRIES_EXHAUSTED. */
  countries: 50,
  /** Supplements of both parties that stand: SUPPLEMENTS_EXHAUSTED. */
  supplements: 10,
  /** Supplements that the bus carried on from earlier legs: SUPPLEMENTS_EXHAUSTED. */
  carriedSupplements: 20,
  /** Answered requests for information: INFORMATION_ROUNDS_EXHAUSTED. */
  informationRounds: 6,
  /** Reports of outcomes that stand: OUTCOMES_EXHAUSTED. */
  outcomes: 8,
  /** Undecided requests for access, and as many for transfer. One more is answered as if the case did not exist. */
  requests: 6,
  /** Pieces of evidence in one statement: EVIDENCE_EXHAUSTED. */
  evidence: 50,
  /** Countries in one consultation: CONSULTATION_COUNTRIES_UNSUITABLE. */
  consultationCountries: 20,
} as const;
