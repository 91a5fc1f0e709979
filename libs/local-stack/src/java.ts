import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { StartFailure } from './start-failure.js';

/** The Java to run with. @throws StartFailure when there is none, or one before 17. */
export function findJava(): string {
  const home = process.env['JAVA_HOME'];
  const java = home ? join(home, 'bin', 'java') : 'java';
  const said = versionOf(java);
  if (said === null)
    throw new StartFailure(
      `Java was not found (${java})`,
      'install a JDK of version 17 or newer, or set JAVA_HOME to one',
    );
  if (said < 17)
    throw new StartFailure(
      `Java ${said} is too old for the broker`,
      'install a JDK of version 17 or newer, or set JAVA_HOME to one',
    );
  return java;
}

function versionOf(java: string): number | null {
  try {
    const text = execFileSync(java, ['-XshowSettings:properties', '-version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return text ? Number.parseInt(text, 10) : release(java);
  } catch {
    return null; // cannot be run
  }
}

/** Java writes its version to standard error; `--version` writes to standard output and exists since 9. */
function release(java: string): number {
  const match = /(\d+)/.exec(execFileSync(java, ['--version'], { encoding: 'utf8' }));
  return Number(match?.[1] ?? 0);
}

/** Flags of small, quickly started servers: 145 to 170 MB resident each. */
export function jvmFlags(heapMb: number): string[] {
  const quick = heapMb <= 256 ? ['-XX:TieredStopAtLevel=1'] : [];
  return [
    `-Xms64m`,
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    ...quick,
    '-Xss512k',
    '-XX:-UsePerfData',
    '-Djava.awt.headless=true',
  ];
}
