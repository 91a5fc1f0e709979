import type { AppProcess } from '../../deployment/index.js';

/** The sum of a metric's series whose labels hold `having`; 0 where it has none. @throws Error when the app does not answer */
export async function metricOf(app: AppProcess, name: string, having = ''): Promise<number> {
  const answer = await fetch(`${app.url}/metrics`, { signal: AbortSignal.timeout(5_000) });
  let sum = 0;
  for (const line of (await answer.text()).split('\n')) {
    const match = /^([a-z_]+)(\{[^}]*\})? (\S+)$/.exec(line);
    if (match?.[1] === name && (match[2] ?? '').includes(having)) sum += Number(match[3]);
  }
  return sum;
}
