import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { StartFailure } from './start-failure.js';

const CURE = 'install a JDK of version 17 or newer, or set JAVA_HOME to one';

/** The Java to run with. @throws StartFailure when there is none, or one before 17. */
export function findJava(home = process.env['JAVA_HOME']): string {
  const java = home ? join(home, 'bin', 'java') : 'java';
  const { error, status, stdout } = spawnSync(java, ['--version'], { encoding: 'utf8' });
  if (error) throw new StartFailure(`Java was not found (${java})`, CURE);
  // Before version 9 there is no --version.
  const version = status === 0 ? Number(/\d+/.exec(stdout)?.[0] ?? 0) : 8;
  if (version < 17) throw new StartFailure(`Java ${version} is too old for the broker`, CURE);
  return java;
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
