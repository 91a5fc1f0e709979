import type { Priority } from '#libs/contracts';
import given from '../../../../reference/responsibilities.json' with { type: 'json' };
import type { ReferralStatus } from '../referral/transitions/transition.js';

/** R responsible, A accountable, C consulted, I informed. */
export type Part = 'R' | 'A' | 'C' | 'I';

/** A part that is played on a condition only. */
export type Condition = 'P1' | 'HOLDS_DATA' | 'OVERRIDE';

export interface Cell {
  readonly parts: readonly Part[];
  readonly when?: Condition;
}

const NOTHING: Cell = { parts: [] };

const conditions: Readonly<Record<string, Condition>> = {
  P1: 'P1',
  'holds data': 'HOLDS_DATA',
  override: 'OVERRIDE',
};

const CELL = /^(?:-|([RACI](?:\/[RACI])*)(?: \((P1|holds data|override)\))?)$/;

/** What a cell says; undefined where that cannot be read. */
export function cellOf(text: string): Cell | undefined {
  const found = CELL.exec(text);
  if (!found) return undefined;
  const [, letters, condition] = found;
  if (letters === undefined) return NOTHING;
  const parts = letters.split('/') as Part[];
  const when = condition === undefined ? undefined : conditions[condition];
  return when === undefined ? { parts } : { parts, when };
}

/** A row: what the step is, and the text of each cell by the name of its column: `R/A`, `R (P1)`, `-`. */
export interface ResponsibilityRow {
  readonly meaning: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Who does what, as it is written. Published as the rule set `responsibilities`: agencies agree on its cells, not on its steps. */
export interface ResponsibilityTable {
  /** By the name of the column: roles that play the same part. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly steps: Readonly<Record<Step, ResponsibilityRow>>;
}

export type Step = keyof typeof given.steps;
export const STEPS = Object.keys(given.steps) as [Step, ...Step[]];

/** The table that the bus begins with (vocabulary 6.1). Proposed: it waits for the agencies' agreement. */
export const responsibilities: ResponsibilityTable = given;

export interface Circumstances {
  readonly priority?: Priority | undefined;
  /** The step concerns data that the agency itself holds. */
  readonly holdsData?: boolean | undefined;
  /** The override for a threat to life was invoked (vocabulary 4.3 R4.4). */
  readonly override?: boolean | undefined;
}

/** What a role is in a step; empty where it is nothing. */
export function partsOf(
  step: Step,
  role: string,
  circumstances: Circumstances = {},
  { columns: all, steps: rows }: ResponsibilityTable = responsibilities,
): readonly Part[] {
  const [column] = Object.entries(all).find(([, roles]) => roles.includes(role)) ?? [];
  if (column === undefined) return [];
  const { parts, when } = cellOf(rows[step].cells[column] ?? '-') ?? NOTHING;
  return when === undefined || holds(when, circumstances) ? parts : [];
}

function holds(when: Condition, { priority, holdsData = false, override = false }: Circumstances): boolean {
  if (when === 'P1') return priority === 'P1';
  return when === 'HOLDS_DATA' ? holdsData : override;
}

/** The table for people: a row a step with the text of each cell. */
export function responsibilityRows({ columns: all, steps: rows } = responsibilities): {
  readonly step: Step;
  readonly meaning: string;
  readonly cells: string[];
}[] {
  return STEPS.map((step) => {
    const { meaning, cells } = rows[step];
    const texts = Object.keys(all).map((column) => cells[column] ?? '-');
    return { step, meaning, cells: texts.map((text) => (text === '-' ? '–' : text)) };
  });
}

export const responsibilityColumns = ({ columns: all } = responsibilities): string[] =>
  Object.values(all).map((roles) => roles.join(', '));

/** The step that a referral waits for in its status; null once it has ended. The vocabulary does not say it so. */
export const stepOfStatus: Readonly<Record<ReferralStatus, Step | null>> = {
  NONE: 'SUBMIT',
  SUBMITTED: 'TRIAGE',
  RECEIVED: 'TRIAGE',
  ACKNOWLEDGED: 'TRIAGE',
  INFO_REQUESTED: 'SUBMIT',
  ACCEPTED: 'OUTCOME',
  IN_PROGRESS: 'OUTCOME',
  ON_HOLD: 'OUTCOME',
  OUTCOME_REPORTED: 'CLOSE',
  CLOSED: null,
  REJECTED: null,
  FORWARDED: null,
  WITHDRAWN: null,
  EXPIRED: null,
  ENTERED_IN_ERROR: null,
};
