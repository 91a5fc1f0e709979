import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey, type SpecApp, type SpecClient, startReferrals } from '../referrals-app.fixtures.js';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Record<string, Body> };
  readonly parameters?: readonly Parameter[];
  readonly responses: Record<string, { content?: Record<string, { schema?: object; example?: object }> }>;
}
interface Body {
  readonly schema: object;
  readonly examples: Record<string, { readonly value: object }>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly example?: string };
}

let app: SpecApp;
let operations: Record<string, Operation>;

beforeAll(async () => {
  app = await startReferrals();
  const { paths } = (await app.http.app.inject('/openapi.json')).json<{ paths: Record<string, { post: Operation }> }>();
  operations = Object.fromEntries(Object.entries(paths).map(([path, { post }]) => [path, post]));
});
afterAll(() => app.close());

const moves = ['accept', 'acknowledge', 'receive', 'reject'].map((command) => `/v1/referrals/{id}/${command}`);

/** Sends what the description shows for a path. */
async function sendExample(by: SpecClient, path: string, id = '', key = {}): Promise<{ status: number; id: string }> {
  const { parameters = [], requestBody } = operations[path] ?? {};
  const shown = parameters.filter((parameter) => parameter.in === 'header' && parameter.schema.example);
  const headers = Object.fromEntries(shown.map(({ name, schema }) => [name.toLowerCase(), schema.example ?? '']));
  const body = requestBody?.content['application/json']?.examples.example?.value;
  const answer = await by.post(path.replace('{id}', id), body, { ...headers, ...key });
  return { status: answer.statusCode, id: answer.json<{ id: string }>().id };
}

describe('the description', () => {
  it('is of every command', () =>
    expect(Object.keys(operations).sort()).toEqual(['/v1/referrals', ...moves, '/v1/referrals:batch']));

  it('says of each what it does, takes, answers and refuses', () => {
    for (const [path, { summary, description, responses }] of Object.entries(operations)) {
      expect([path, summary, description]).toEqual([path, expect.any(String), expect.any(String)]);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '422', '429', '503']));
      const success = responses['201'] ?? responses['200'];
      const answer = success?.content?.['application/json'];
      expect(answer).toMatchObject({ schema: { type: 'object' }, example: expect.any(Object) });
    }
  });

  it('refuses fields of no meaning in its schemas too', () => {
    const schema = operations['/v1/referrals']?.requestBody?.content['application/json']?.schema;
    expect(schema).toMatchObject({ additionalProperties: false, required: ['to', 'incident', 'priority'] });
  });

  it('gives examples that work as they are, apart from ids', async () => {
    const [sender, receiver] = [await app.client('US-CLEAR'), await app.client('PH-WCPC')];
    const { id, status } = await sendExample(sender, '/v1/referrals');
    expect([status, (await sendExample(sender, '/v1/referrals:batch')).status]).toEqual([201, 200]);
    for (const command of ['receive', 'acknowledge', 'accept']) {
      const answer = await sendExample(receiver, `/v1/referrals/{id}/${command}`, id);
      expect([command, answer.status]).toEqual([command, 200]);
    }
    const { id: other } = await sendExample(sender, '/v1/referrals', '', newKey());
    await receiver.post(`/v1/referrals/${other}/receive`, undefined, newKey());
    expect((await sendExample(receiver, '/v1/referrals/{id}/reject', other)).status).toBe(200);
  });
});
