import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findJava } from './java.js';

describe('the Java of the machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bus-java-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A JAVA_HOME whose program answers as told. */
  const home = (name: string, script: string): string => {
    const java = join(folder, name, 'bin/java');
    mkdirSync(join(folder, name, 'bin'), { recursive: true });
    writeFileSync(java, `#!/bin/sh\n${script}\n`);
    chmodSync(java, 0o755);
    return join(folder, name);
  };

  it('is taken from version 17 on', () => {
    for (const text of ['openjdk 17.0.15 2025-04-15', 'java 21 2023-09-19 LTS', 'openjdk 25.0.1 2025-10-21'])
      expect(findJava(home('new', `echo "${text}"`))).toBe(join(folder, 'new/bin/java'));
  });

  it('is refused before', () =>
    expect(() => findJava(home('old', 'echo "openjdk 11.0.2 2019-01-15"'))).toThrow(
      'Java 11 is too old for the broker: install a JDK of version 17 or newer',
    ));

  it('is refused where it does not know the question yet', () =>
    expect(() => findJava(home('ancient', 'echo Unrecognized option: --version >&2; exit 1'))).toThrow(
      'Java 8 is too',
    ));

  it('is missed where there is none', () =>
    expect(() => findJava(join(folder, 'none'))).toThrow(`Java was not found (${folder}/none/bin/java): install`));
});
