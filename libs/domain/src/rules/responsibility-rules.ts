import {
  cellOf,
  type Part,
  responsibilities,
  type ResponsibilityTable,
  type Step,
  STEPS,
} from '../membership/responsibilities.js';
import { rightsOf, roles } from '../membership/roles.js';
import { isText, objectIn, unknownFields } from './content.js';
import type { Content } from './state.js';

/** The rule set of who does what (vocabulary 6.1). */
export const RESPONSIBILITY_RULES = 'responsibilities';

const COLUMN = /^[A-Za-z]\w{0,31}$/;

/** Of training and evaluation everybody is consulted, and nobody alone responsible. */
const SHARED: readonly Step[] = ['EVALUATION'];

/** What a role must be able to do at the door to play a part: to submit, or to receive and go on with what it received. */
const NEEDS: Readonly<
  Partial<Record<Step, { readonly parts: readonly Part[]; readonly right: 'originate' | 'receive' }>>
> = {
  SUBMIT: { parts: ['R'], right: 'originate' },
  TRIAGE: { parts: ['R', 'A'], right: 'receive' },
  REJECT_OR_FORWARD: { parts: ['R', 'A'], right: 'receive' },
  OUTCOME: { parts: ['R', 'A'], right: 'receive' },
  CLOSE: { parts: ['R', 'A'], right: 'receive' },
};

/** Why this cannot be the table of who does what; empty where it can. Somebody must act in every step, whatever is agreed. */
export function faultsOfResponsibilities({ columns, steps, ...others }: Content): string[] {
  const [heads, rows] = [objectIn(columns) ?? {}, objectIn(steps) ?? {}];
  const faults = [...unknownFields('', others), ...faultsOfColumns(heads)];
  if (faults.length > 0) return faults; // cells of columns that cannot be read say nothing
  return [
    ...STEPS.flatMap((step) => faultsOfStep(step, objectIn(rows[step]), heads as ResponsibilityTable['columns'])),
    ...Object.keys(rows)
      .filter((step) => !STEPS.some((each) => each === step))
      .map((step) => `steps: no step ${step}`),
  ];
}

function faultsOfColumns(columns: Content): string[] {
  const named = Object.values(columns).flatMap((list): unknown[] => (Array.isArray(list) ? list : [undefined]));
  return [
    ...(named.length > 0 ? [] : ['columns: missing']),
    ...Object.keys(columns)
      .filter((column) => !COLUMN.test(column))
      .map((column) => `columns: no name ${column}`),
    ...named
      .filter((role) => typeof role !== 'string' || !Object.hasOwn(roles, role))
      .map((role) => `columns: no role ${String(role)}`),
    ...(new Set(named).size === named.length ? [] : ['columns: a role stands in one column']),
  ];
}

function faultsOfStep(step: Step, row: Content | undefined, columns: ResponsibilityTable['columns']): string[] {
  if (!row) return [`steps: ${step} is missing`];
  const { meaning, cells, ...others } = row;
  const texts = objectIn(cells) ?? {};
  const read = Object.keys(columns).map((column) => {
    const text = texts[column];
    return { column, cell: typeof text === 'string' ? cellOf(text) : undefined };
  });
  const always = read.flatMap(({ cell }) => (cell?.when === undefined ? (cell?.parts ?? []) : []));
  const wanted: readonly Part[] = SHARED.includes(step) ? ['A'] : ['R', 'A'];
  return [
    ...unknownFields(`steps/${step}/`, others),
    ...(isText(meaning) ? [] : [`steps/${step}: no meaning`]),
    ...read
      .filter(({ cell }) => !cell)
      .map(({ column }) => `steps/${step}/${column}: R, A, C, I with a slash between, and its condition; or -`),
    ...Object.keys(texts)
      .filter((column) => !Object.hasOwn(columns, column))
      .map((column) => `steps/${step}: no column ${column}`),
    ...wanted
      .filter((part) => !always.includes(part))
      .map((part) => `steps/${step}: nobody is ${part} without condition`),
    ...read.flatMap(({ column, cell }) => faultsOfParts(step, columns[column] ?? [], cell?.parts ?? [])),
  ];
}

/** A part that a role cannot play, since the door refuses it what the part is made of. */
function faultsOfParts(step: Step, named: readonly string[], parts: readonly Part[]): string[] {
  const need = NEEDS[step];
  if (!need?.parts.some((part) => parts.includes(part))) return [];
  return named
    .filter((role) => !rightsOf(role)[need.right])
    .map((role) => `steps/${step}: ${role} may not ${need.right}`);
}

/** The document that the bus begins with. */
export const firstResponsibilityRules = (): string => JSON.stringify(responsibilities);
