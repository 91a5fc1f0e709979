import { PRIORITIES } from '#libs/contracts';
import { firstEscalationRules, PRIORITY_LEVELS } from '#libs/domain';
import { z } from 'zod';

/** The examples that agencies agreed on, as a reader of the API needs them. */
const meaning = PRIORITY_LEVELS.map((code) => {
  const { name, examples } = firstEscalationRules.levels[code];
  return `${code} ${name}: ${examples.map(({ text }) => text.replace(/\.$/, '')).join('; ')}.`;
}).join(' ');

export const level = z.enum(PRIORITIES).meta({ description: `Any one is enough. ${meaning}` });
