import type { Deployment } from '../../deployment/index.js';
import { CheckFailed } from './row.js';

/** All that operators can check. @returns the ids of the checks that looked at something @throws CheckFailed */
export async function busVerify(deployment: Deployment, waitSeconds = 60): Promise<readonly string[]> {
  const { code, stdout, stderr } = await deployment.bus(['verify', '--json', '--wait', String(waitSeconds)]).done;
  if (code !== 0) throw new CheckFailed([stdout, stderr].filter((text) => text !== ''));
  const { checks } = JSON.parse(stdout) as { checks: { id: string; looked: number }[] };
  return checks.filter(({ looked }) => looked > 0).map(({ id }) => id);
}
