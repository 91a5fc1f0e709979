import type { Priority } from '#libs/contracts';
import type { ReferralStatus } from '../referral/transitions/transition.js';
import type { Role } from './roles.js';

/** R responsible, A accountable, C consulted, I informed. */
export type Part = 'R' | 'A' | 'C' | 'I';

/** A part that is played on a condition only. */
export type Condition = 'P1' | 'HOLDS_DATA' | 'OVERRIDE';

interface Cell {
  readonly parts: readonly Part[];
  readonly when?: Condition;
}

/** Columns of the table: roles that play the same part. */
const columns = {
  source: ['HOTLINE', 'INDUSTRY_TS'],
  clearing: ['CLEARINGHOUSE'],
  contact: ['NCP_LE'],
  alwaysThere: ['POC_247'],
  unit: ['LE_UNIT'],
  judicial: ['PROSECUTOR', 'CENTRAL_AUTH'],
  protection: ['CHILD_PROT', 'VICTIM_SUPPORT'],
  oversight: ['OVERSIGHT', 'DPA_COMPLIANCE'],
} as const satisfies Record<string, readonly Role[]>;

type Column = keyof typeof columns;
const order = Object.keys(columns) as Column[];

/** A row as the table has it, in the order of the columns: `R/A`, `R (P1)`, `-`. */
function row(meaning: string, ...cells: readonly string[]): Responsibilities {
  const played = order.map((column, at) => [column, cellOf(cells[at] ?? '-')] as const);
  return { meaning, cells: Object.fromEntries(played) as Record<Column, Cell> };
}

const conditions: Readonly<Record<string, Condition>> = {
  P1: 'P1',
  'holds data': 'HOLDS_DATA',
  override: 'OVERRIDE',
};

function cellOf(text: string): Cell {
  const [, letters = '', condition] = /^([RACI/]*|-)(?: \((.*)\))?$/.exec(text) ?? [];
  const parts = letters.split('/').filter((each): each is Part => /^[RACI]$/.test(each));
  const when = condition === undefined ? undefined : conditions[condition];
  return when === undefined ? { parts } : { parts, when };
}

interface Responsibilities {
  readonly meaning: string;
  readonly cells: Readonly<Record<Column, Cell>>;
}

/** Who does what (vocabulary 6.1), a row a step. Proposed: it waits for the agencies' agreement. */
export const responsibilities = {
  SUBMIT: row('submit', 'R', 'R/A', 'R', 'R', 'R', 'R', 'R', '-'),
  TRIAGE: row('triage, priority', 'C', 'R', 'A', 'R (P1)', 'C', '-', 'C', '-'),
  LEGAL_BASIS: row('legal basis', '-', 'C', 'R', 'C', 'C', 'A', 'C', 'I'),
  DECONFLICTION: row('deconfliction check', '-', 'I', 'A', 'C', 'R', 'C', '-', '-'),
  SAFEGUARD: row('safeguard child', 'I', 'I', 'C', 'R (P1)', 'C', '-', 'A/R', '-'),
  PRESERVATION: row('preservation', 'R (holds data)', 'C', 'C', 'R', 'C', 'A', '-', '-'),
  DISCLOSURE: row('disclosure of personal data', '-', 'C', 'R', 'R (override)', 'R', 'A', 'R', 'I'),
  REJECT_OR_FORWARD: row('reject / forward', '-', 'R', 'A', 'C', 'C', 'C', 'C', '-'),
  OUTCOME: row('outcome report', 'I', 'I', 'R', 'C', 'R', 'A', 'R', '-'),
  CLOSE: row('close', 'I', 'I', 'A', '-', 'R', 'C', 'C', '-'),
  OVERRIDE_REVIEW: row('override review', '-', '-', 'C', 'R', '-', '-', '-', 'A'),
  EVALUATION: row('training, evaluation', 'C', 'C', 'A', 'C', 'C', 'C', 'C', 'C'),
} as const satisfies Record<string, Responsibilities>;

export type Step = keyof typeof responsibilities;
export const STEPS = Object.keys(responsibilities) as [Step, ...Step[]];

export interface Circumstances {
  readonly priority?: Priority | undefined;
  /** The step concerns data that the agency itself holds. */
  readonly holdsData?: boolean | undefined;
  /** The override for a threat to life was invoked (vocabulary 4.3 R4.4). */
  readonly override?: boolean | undefined;
}

/** What a role is in a step; empty where it is nothing. */
export function partsOf(step: Step, role: string, circumstances: Circumstances = {}): readonly Part[] {
  const column = order.find((each) => (columns[each] as readonly string[]).includes(role));
  if (!column) return [];
  const { parts, when } = responsibilities[step].cells[column];
  return when === undefined || holds(when, circumstances) ? parts : [];
}

function holds(when: Condition, { priority, holdsData = false, override = false }: Circumstances): boolean {
  if (when === 'P1') return priority === 'P1';
  return when === 'HOLDS_DATA' ? holdsData : override;
}

/** The table as it is written, for documents: a row a step with the text of each cell. */
export function responsibilityRows(): { readonly step: Step; readonly meaning: string; readonly cells: string[] }[] {
  const words = Object.fromEntries(Object.entries(conditions).map(([text, code]) => [code, text]));
  return STEPS.map((step) => {
    const { meaning, cells } = responsibilities[step];
    const text = ({ parts, when }: Cell): string =>
      parts.length === 0 ? '–' : `${parts.join('/')}${when === undefined ? '' : ` (${words[when]})`}`;
    return { step, meaning, cells: order.map((column) => text(cells[column])) };
  });
}

export const responsibilityColumns = (): string[] => order.map((column) => columns[column].join(', '));

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
