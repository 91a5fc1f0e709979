import { today } from '../figures/lines.js';
import type { Campaign } from './campaign.js';

/** A campaign as docs/simulation.jsonl has it. */
export interface CampaignRecord {
  readonly date: string;
  readonly commit: string;
  /** The first; the others follow. */
  readonly seed: number;
  readonly runs: number;
  readonly perMinute: number;
  readonly threads: number;
  readonly steps: number;
  readonly simulatedHours: number;
  /** Seeds that broke a law, and which. */
  readonly findings: readonly { readonly seed: number; readonly law: string }[];
}

export const perMinuteOf = ({ runs, seconds }: Pick<Campaign, 'runs' | 'seconds'>): number =>
  Math.round((runs / seconds) * 60);

export function recordOf(done: Campaign, seed: number, commit: string): CampaignRecord {
  const { runs, threads, steps, simulatedHours, failures } = done;
  return {
    date: today(),
    commit,
    seed,
    runs,
    perMinute: perMinuteOf(done),
    threads,
    steps,
    simulatedHours: Math.round(simulatedHours * 10) / 10,
    findings: failures.map(({ seed: found, breach }) => ({ seed: found, law: breach.law })),
  };
}

const count = (number: number): string => number.toLocaleString('en');

/** Markdown, the latest last. A seed that once broke a law stays in it. */
export function campaignsOf(records: readonly CampaignRecord[]): string {
  const runs = records.reduce((sum, record) => sum + record.runs, 0);
  const findings = records.reduce((sum, record) => sum + record.findings.length, 0);
  return [
    `${count(runs)} interleavings, ${findings} broke a law.`,
    '',
    '| when | seeds from | interleavings | a minute | threads | simulated hours | broke a law |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...records.map(lineOf),
  ].join('\n');
}

const lineOf = (record: CampaignRecord): string => {
  const found = record.findings.map(({ seed, law }) => `${seed}: ${law}`).join('; ');
  const figures = [record.runs, record.perMinute, record.threads, record.simulatedHours].map(count).join(' | ');
  return `| ${record.date}, ${record.commit} | ${record.seed} | ${figures} | ${found || 'none'} |`;
};
