/** Codes of what is said of a case, in whatever command. */
export const contentProblems = {
  INCIDENT_TIME_ABSURD: {
    status: 422,
    title: 'Absurd time of incident',
    meaning: 'The incident lies in the future or before 1970.',
  },
  CODE_REQUIRED: { status: 422, title: 'Code required', meaning: 'A list needs at least one code; `field` names it.' },
  CODE_UNKNOWN: { status: 422, title: 'Code unknown', meaning: 'A code is none of its list; `field` names the list.' },
  CODE_RETIRED: {
    status: 422,
    title: 'Code retired',
    meaning: 'Nothing is said with this code any more: `version` of `list` retired it; what was said with it stands.',
  },
  COUNTRY_MALFORMED: {
    status: 422,
    title: 'Malformed country',
    meaning: 'A country is two capital letters (vocabulary 3.4).',
  },
  NOTE_MALFORMED: {
    status: 422,
    title: 'Malformed reference to a note',
    meaning:
      'A note travels as an opaque reference of up to 64 letters, digits and . _ : / -, never as text; `field` names it.',
  },
  TIME_ABSURD: {
    status: 422,
    title: 'Absurd time',
    meaning:
      'A time lies in the past where it must be ahead, ahead where it must be past, or too far off; `field` names it.',
  },
  EVIDENCE_MALFORMED: {
    status: 422,
    title: 'Malformed evidence',
    meaning: 'Evidence is named by an opaque reference, a media type and a size.',
  },
  EVIDENCE_DIGEST_FORBIDDEN: {
    status: 422,
    title: 'Digest forbidden',
    meaning: 'Only documents of the allowed kinds and media types have a digest: never images, video, audio or chat.',
  },
  EVIDENCE_EXHAUSTED: {
    status: 422,
    title: 'Too much evidence',
    meaning: 'One statement names more evidence than it may; `limit` tells how much.',
  },
  DUAL_CRIMINALITY_REASON_REQUIRED: {
    status: 422,
    title: 'Reason required',
    meaning: 'Where dual criminality is not required, say why (vocabulary 3.4).',
  },
  WAIVER_UNSUPPORTED: {
    status: 422,
    title: 'Not between these countries',
    meaning:
      'The treaty that the waiver of dual criminality names is no basis between sender and receiver now: `obstacles` says what ' +
      'stands against each, `instrument` which it is (vocabulary 3.2). Say UNDETERMINED, or RESERVED_29_4.',
  },
  NEXUS_COUNTRIES_EXHAUSTED: {
    status: 409,
    title: 'Too many countries',
    meaning: 'The case would concern more countries than a referral keeps; `limit` tells how many.',
  },
} as const;
