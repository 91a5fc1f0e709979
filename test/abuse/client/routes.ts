import type { AppName, Deployment } from '../../deployment/index.js';

type JsonSchema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: JsonSchema;
}

/** One operation of an app's description. */
export interface Route {
  readonly app: AppName;
  readonly method: string;
  /** With `{name}` for its parameters. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly schema: JsonSchema; readonly example: object } | null;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: JsonSchema; examples?: Record<string, { value: object }> }>>;
  };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** These have probes and metrics only. */
const WITHOUT_DESCRIPTION: readonly AppName[] = ['relay', 'policies'];

/** Every route that any app describes: what is added to an app is found here without being named. */
export async function routesOf({ apps }: Deployment): Promise<Route[]> {
  const described = Object.values(apps).filter(({ app }) => !WITHOUT_DESCRIPTION.includes(app));
  return (await Promise.all(described.map(({ app, url }) => describedBy(app, url)))).flat();
}

async function describedBy(app: AppName, url: string): Promise<Route[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Partial<Record<(typeof METHODS)[number], Operation>>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method];
      return operation ? [routeOf(app, method, path, operation)] : [];
    }),
  );
}

function routeOf(app: AppName, method: string, path: string, { parameters = [], requestBody }: Operation): Route {
  const content = requestBody?.content['application/json'];
  const example = Object.values(content?.examples ?? {})[0]?.value ?? {};
  return {
    app,
    method: method.toUpperCase(),
    path,
    parameters,
    body: content ? { schema: content.schema, example } : null,
  };
}

/** The path with its parameters filled in. @throws RangeError for one that nothing is given for */
export function filled({ path }: Route, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`${path}: what is {${name}}?`);
    return encodeURIComponent(value);
  });
}

/** The same text for every parameter of the path. */
export function filledWith(route: Route, text: string): string {
  return filled(route, Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, text])));
}

export const namesReferral = ({ path }: Route): boolean => /\{(id|referral|key)\}/.test(path);
