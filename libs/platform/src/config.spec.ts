import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  ConfigError,
  issuerSettings,
  listField,
  portField,
  readConfig,
  secretField,
  secureUrlField,
} from './config.js';

const schema = z.object({
  PORT: portField.default(8080),
  BROKERS: listField,
  MAC_KEY: secretField,
  MODE: z.enum(['production', 'development']),
  ISSUER: secureUrlField,
});

const good = {
  BROKERS: 'a:1, b:2',
  MAC_KEY: 'sixteen-characters',
  MODE: 'production',
  ISSUER: 'https://issuer.example',
};

const faultsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe('the configuration of an app', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-spec-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is typed and has its defaults', () => {
    expect(readConfig(schema, { ...good, PORT: '', OTHER: 'x' })).toEqual({
      ...good,
      PORT: 8080,
      BROKERS: ['a:1', 'b:2'],
    });
  });

  it('reports every fault together, by name', () => {
    expect(
      faultsOf({ PORT: '99999', MODE: 'canary-mode', ISSUER: 'http://elsewhere.example' }).map(
        (fault) => fault.split(':')[0],
      ),
    ).toEqual(['PORT', 'BROKERS', 'MAC_KEY', 'MODE', 'ISSUER']);
    expect(faultsOf({ ...good, MAC_KEY: undefined })).toEqual(['MAC_KEY: is missing']);
  });

  it('never reports a value', () => {
    const canary = 'canary-7f3';
    const env = { PORT: canary, BROKERS: ' , ', MAC_KEY: canary, MODE: canary, ISSUER: canary };
    expect(faultsOf(env)).toHaveLength(5);
    expect(faultsOf(env).join()).not.toContain(canary);
  });

  it('takes a secret from a file', () => {
    const path = join(folder, 'mac-key');
    writeFileSync(path, 'a-secret-from-a-file\n');
    expect(readConfig(schema, { ...good, MAC_KEY: undefined, MAC_KEY_FILE: path }).MAC_KEY).toBe(
      'a-secret-from-a-file',
    );
  });

  it('refuses a secret given twice, and a file that is not there', () => {
    const path = join(folder, 'absent');
    expect(faultsOf({ ...good, MAC_KEY: undefined, MAC_KEY_FILE: path })).toEqual([
      'MAC_KEY: MAC_KEY_FILE cannot be read (ENOENT)',
    ]);
    expect(faultsOf({ ...good, MAC_KEY_FILE: folder })[0]).toContain('MAC_KEY');
  });

  it('names no issuer by default', () => {
    expect(() => readConfig(z.object(issuerSettings), {})).toThrow(ConfigError);
  });
});
