import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CliFault, EXIT } from '../terminal/fault.js';

const endpointsShape = z.object({
  api: z.url(),
  issuer: z.url(),
  kafka: z.array(z.string()).min(1),
  registry: z.url(),
  postgres: z.string().regex(/^postgres(ql)?:\/\//),
  /** Where the databases of the cluster have other names than `npm start` gives them. */
  databases: z
    .object({ journal: z.string(), views: z.string(), audit: z.string(), delivery: z.string().optional() })
    .optional(),
});

const clientShape = z.object({
  agency: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  roles: z.array(z.string()).min(1),
  person: z.string().nullish(),
  /** False for one whose agency is known to the issuer alone, until the bus admits it. */
  member: z.boolean().default(true),
});

const credentialsShape = z.object({ tokenUrl: z.url(), clients: z.array(clientShape).min(1) });

/** Where the parts of a bus are reached (design 8). */
export type Endpoints = z.output<typeof endpointsShape>;
/** One client of the issuer: an agency's system, an operator, an officer. */
export type ClientCredentials = z.output<typeof clientShape>;
export type Credentials = z.output<typeof credentialsShape>;

/** The folder that `npm start` keeps its data in. Read anew at each question, since a restarted bus may have moved. */
export class DataFolder {
  readonly path: string;

  /** @param path as given by `--data`; else BUS_DATA_DIR, else `.data` in the current folder */
  constructor(path: string | undefined, env: NodeJS.ProcessEnv = process.env) {
    this.path = path ?? env['BUS_DATA_DIR'] ?? '.data';
  }

  /** @throws CliFault */
  endpoints(): Endpoints {
    return this.#read('endpoints.json', endpointsShape);
  }

  /** @throws CliFault */
  credentials(): Credentials {
    return this.#read('credentials.json', credentialsShape);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  #read<T>(name: string, shape: z.ZodType<T>): T {
    const read = shape.safeParse(this.#json(name));
    if (read.success) return read.data;
    const fields = read.error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
    throw new CliFault(
      EXIT.unreachable,
      `${this.file(name)} is not what a bus writes (${fields})`,
      'start the bus anew with npm start',
    );
  }

  #json(name: string): unknown {
    try {
      return JSON.parse(readFileSync(this.file(name), 'utf8'));
    } catch (cause) {
      const problem = `${this.file(name)} cannot be read`;
      throw new CliFault(
        EXIT.unreachable,
        problem,
        'start the bus with npm start, or name its data folder with --data DIR',
        { cause },
      );
    }
  }
}
