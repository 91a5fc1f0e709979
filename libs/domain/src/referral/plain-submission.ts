import type { Submission } from './commands.js';

/** What a first leg says where nothing is said of borders, evidence, procedure, bundle or exercise. */
export const plainSubmission = {
  origin: null,
  parent: null,
  hop: 0,
  chain: [],
  crossBorder: null,
  evidence: null,
  procedureRequested: null,
  bundle: null,
  exercise: null,
} satisfies Partial<Submission>;
