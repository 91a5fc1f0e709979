import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { agencyApiDocument } from '../../apps/standalone/src/api-document.js';

interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Operation {
  readonly summary?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
}

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** A command that takes words: what accepts them, and those that are shown. */
interface Worded {
  readonly command: string;
  readonly accepts: (words: unknown) => boolean;
  readonly examples: readonly unknown[];
}

function examplesIn({ example, examples = {} }: Media): unknown[] {
  return [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)];
}

describe('what the description shows of each command', () => {
  let commands: (readonly [command: string, Operation])[];
  let worded: Worded[];
  beforeAll(async () => {
    const { paths, components } = (await agencyApiDocument()) as unknown as Described;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'api:', components });
    const compiled = (schema: object): ((words: unknown) => boolean) => {
      const text = JSON.stringify(schema).replaceAll('"#/components/', '"api:#/components/');
      const validate = ajv.compile(JSON.parse(text) as object);
      return (words) => validate(words);
    };
    commands = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => ['post', 'put', 'patch'].includes(method))
        .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    );
    worded = commands.flatMap(([command, { requestBody }]) =>
      Object.values(requestBody?.content ?? {}).map((media) => ({
        ...{ command, accepts: compiled(media.schema), examples: examplesIn(media) },
      })),
    );
  });

  const failing = (isWrong: (each: Worded) => boolean): string[] =>
    worded.filter(isWrong).map(({ command }) => command);

  it('is of every command, and what is to be said of most', () => {
    expect(commands.length).toBeGreaterThan(70);
    expect(worded.length).toBeGreaterThan(50);
  });

  it('has an example wherever there is something to be said', () =>
    expect(failing(({ examples }) => examples.length === 0)).toEqual([]));

  it('has examples that their own schema accepts', () =>
    expect(failing(({ accepts, examples }) => !examples.every(accepts))).toEqual([]));

  it('has schemas that refuse what has no meaning beside an example', () =>
    expect(
      failing(({ accepts, examples }) => examples.some((each) => accepts({ ...Object(each), 'of-no-meaning': true }))),
    ).toEqual([]));
});
