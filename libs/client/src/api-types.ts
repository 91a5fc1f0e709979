import type { components, paths, PROBLEM_CODES } from './generated/api.js';

/** Types of the API's requests and answers, by address. */
type With<Method extends 'get' | 'post'> = {
  [Path in keyof paths as paths[Path][Method] extends object ? Path : never]: paths[Path][Method];
};

export type Commands = With<'post'>;
export type Reads = With<'get'>;
export type CommandPath = keyof Commands;
export type ReadPath = keyof Reads;

/** What takes the place of `{id}` in an address. */
export type PathOf<Operation> = Operation extends { readonly parameters: { readonly path: infer Path extends object } }
  ? { readonly path: Path }
  : { readonly path?: undefined };

/** In JSON: other formats of an answer are for people, who open its address. */
export type QueryOf<Operation> = Operation extends { readonly parameters: { readonly query?: infer Query } }
  ? { readonly query?: Omit<NonNullable<Query>, 'format'> }
  : { readonly query?: undefined };

export type BodyOf<Operation> = Operation extends { readonly requestBody: Json<infer Body> }
  ? { readonly body: Body }
  : Operation extends { readonly requestBody?: Json<infer Body> }
    ? { readonly body?: Body }
    : { readonly body?: undefined };

export type AnswerOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? Responses[keyof Responses] extends Json<infer Answer>
    ? Answer
    : never
  : never;

interface Json<Body> {
  readonly content: { readonly 'application/json': Body };
}

export type FeedItem = components['schemas']['FeedItem'];
export type FeedPage = components['schemas']['FeedPage'];
export type ReferralView = components['schemas']['Referral'];

/** Codes of refusals; a bus that is newer than this client may have others. */
export type ProblemCode = (typeof PROBLEM_CODES)[number] | (string & {});
