import type { Submission } from './commands.js';

/** What a first leg says where nothing is said of borders, evidence, procedure or bundle. */
export const plainSubmission = {
  origin: null,
  parent: null,
  hop: 0,
  chain: [],
  crossBorder: null,
  evidence: null,
  procedureRequested: null,
  bundle: null,
} satisfies Partial<Submission>;
