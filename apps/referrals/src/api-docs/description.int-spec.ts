import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pathsOf } from '../moves/moves.js';
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

const routes = pathsOf('{id}');

/** Sends what the description shows for a path, with ids of now, and compares the answer with the one that is shown. */
async function sendExample(
  by: SpecClient,
  path: string,
  { id = '', changes = {}, person = '', role = '' } = {},
): Promise<Json> {
  const { parameters = [], requestBody, responses } = operations[path] ?? {};
  const shown = parameters.filter((parameter) => parameter.in === 'header' && parameter.schema.example);
  const headers = Object.fromEntries(shown.map(({ name, schema }) => [name.toLowerCase(), schema.example ?? '']));
  const body = requestBody?.content['application/json']?.examples.example?.value;
  const sent = body && { ...body, ...changes };
  // the same example may be sent several times here, so it has a key of its own each time
  const own = { ...newKey(), ...(person && { 'bus-person': person }), ...(role && { 'bus-role': role }) };
  const answer = await by.post(path.replace('{id}', id), sent, { ...headers, ...own });
  const again = await by.post(path.replace('{id}', id), sent, { ...headers, ...own });
  expect([path, again.statusCode, again.body]).toEqual([path, answer.statusCode, answer.body]); // vocabulary 2.4 I10
  const expected = responses?.[answer.statusCode]?.content?.['application/json']?.example ?? {};
  const given = answer.json<Json>();
  expect([path, given.code, Object.keys(given)]).toEqual([path, undefined, Object.keys(expected)]);
  if ('status' in given) expect(given.status).toBe((expected as Json).status);
  return given;
}

type Json = { readonly id: string; readonly code?: string; readonly status?: string; readonly part?: string };

describe('the description', () => {
  it('is of every command', () =>
    expect(Object.keys(operations).sort()).toEqual(
      ['/v1/referrals', '/v1/referrals:batch', '/v1/referrals:request-release', ...routes].sort(),
    ));

  it('says of each what it does, takes, answers and refuses', () => {
    for (const [path, { summary, description, responses }] of Object.entries(operations)) {
      expect([path, summary, description]).toEqual([path, expect.any(String), expect.any(String)]);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '422', '429', '503']));
      const success = responses['201'] ?? responses['200'] ?? responses['202'];
      const answer = success?.content?.['application/json'];
      expect(answer).toMatchObject({ schema: { type: 'object' }, example: expect.any(Object) });
    }
  });

  it('refuses fields of no meaning in its schemas too', () => {
    const schema = operations['/v1/referrals']?.requestBody?.content['application/json']?.schema;
    expect(schema).toMatchObject({ additionalProperties: false, required: ['to', 'incident', 'priority'] });
  });

  describe('gives examples that work as they are, apart from ids', () => {
    /** Lives of a referral, each command as its example has it: SENDER, RECEIVER, and THIRD, which is no party. */
    const lives: Record<string, string[]> = {
      'to the end and again': [
        'S submit',
        'R receive',
        'R acknowledge',
        'R request-information',
        'S provide-information',
        'R notify-delay',
        'S supplement',
        'S correct',
        'R accept',
        'R start-work',
        'R suspend-work',
        'R resume-work',
        'S request-withdrawal',
        'R decline-withdrawal',
        'R report-outcome',
        'R close',
        'R reopen',
        'S enter-in-error',
      ],
      'to a rejection': ['S submit', 'R receive', 'R reject'],
      'to another agency': ['S submit', 'R receive', 'R forward'],
      'taken back': ['S submit', 'S withdraw'],
      'given back': ['S submit', 'R receive', 'R accept', 'S request-withdrawal', 'R confirm-withdrawal'],
      'handed over': ['S submit', 'R receive', 'R accept', 'R offer-handover'],
      'asked for': ['S submit', 'T request-access', 'R grant-access', 'T request-access', 'R refuse-access'],
      'asked for as a whole': ['S submit', 'R receive', 'T request-transfer', 'R approve-transfer'],
      kept: ['S submit', 'T request-transfer', 'R refuse-transfer'],
      'that countries consult on': ['S submit', 'R open-consultation', 'S conclude-consultation'],
    };
    const seen = new Set<string>();

    it.each(Object.keys(lives))('a referral %s', async (life) => {
      const [S, R, T] = await Promise.all(['US-CLEAR', 'PH-WCPC', 'GB-NCP'].map((agency) => app.client(agency)));
      const by: Record<string, SpecClient | undefined> = { S, R, T };
      let id = '';
      for (const step of lives[life] ?? []) {
        const [who = '', command = ''] = step.split(' ');
        const client = by[who];
        if (!client) throw new RangeError(step);
        const path = command === 'submit' ? '/v1/referrals' : `/v1/referrals/{id}/${command}`;
        const answer = await sendExample(client, path, { id });
        if (command === 'submit') id = answer.id;
        seen.add(path);
      }
    });

    it('a batch, a bundle, a part in error, and a release by a second person', async () => {
      const [sender, receiver] = [await app.client('US-CLEAR'), await app.client('PH-WCPC')];
      await sendExample(sender, '/v1/referrals:batch');
      const priority = { level: 'P4', reasons: ['KNOWN_MATERIAL_ONLY'] };
      const { id } = await sendExample(sender, '/v1/referrals', { changes: { priority } });
      await sendExample(receiver, '/v1/referrals/{id}/bundle', { id });
      const { part } = await sendExample(sender, '/v1/referrals/{id}/supplement', { id });
      await sendExample(sender, '/v1/referrals/{id}/enter-part-in-error', { id, changes: { part } });
      for (const decision of ['approve-release', 'refuse-release']) {
        const asked = await sendExample(sender, '/v1/referrals:request-release');
        const decide = `/v1/referrals/{id}/${decision}`;
        await sendExample(sender, decide, { id: asked.id, person: 'officer-8' });
        seen.add(decide);
      }
      for (const command of ['bundle', 'enter-part-in-error']) seen.add(`/v1/referrals/{id}/${command}`);
    });

    it('what is said of urgency, of the child and of the evidence', async () => {
      const [sender, receiver] = [await app.client('US-CLEAR'), await app.client('PH-WCPC')];
      const { id } = await sendExample(sender, '/v1/referrals');
      const say = async (by: SpecClient, command: string, more: object = {}): Promise<Json> => {
        const path = `/v1/escalations/{id}/${command}`;
        seen.add(path);
        return sendExample(by, path, { id, ...more });
      };
      await say(receiver, 'confirm-priority');
      await say(sender, 'raise-priority');
      await say(receiver, 'lower-priority');
      await say(receiver, 'approve-lowering', { person: 'officer-8' });
      await say(sender, 'dispute-priority');
      await say(receiver, 'resolve-dispute', { person: 'officer-9', role: 'POC_247' });
      await say(sender, 'record-voice-contact');
      const { part: notified } = await say(receiver, 'notify-safeguarding');
      await say(receiver, 'confirm-safeguarding', { changes: { notified } });
      await say(sender, 'release-preservation');
      const { part: request } = await say(receiver, 'request-preservation');
      await say(receiver, 'confirm-preservation', { changes: { request } });
      // what can be answered the clock of the bus has to raise first
      const path = '/v1/escalations/{id}/answer';
      const headers = { ...newKey(), 'bus-person': 'officer-8' };
      const answer = await receiver.post(path.replace('{id}', id), { reply: 'TAKES_OVER' }, headers);
      expect([answer.statusCode, answer.json<Json>().code]).toEqual([409, 'ESCALATION_NOT_RAISED']);
      seen.add(path);
    });

    it('and of a case that is not let go on, which a national contact has to be told of first', async () => {
      const sender = await app.client('US-CLEAR');
      const { id } = await sendExample(sender, '/v1/referrals');
      const path = '/v1/escalations/{id}/answer-onward-refusal';
      const headers = { ...newKey(), 'bus-person': 'officer-8' };
      const answer = await sender.post(path.replace('{id}', id), { reply: 'STAYS_WITH_HOLDER' }, headers);
      expect([answer.statusCode, answer.json<Json>().code]).toEqual([409, 'REFERRAL_ADDRESSED_ELSEWHERE']);
      seen.add(path);
    });

    it('of every command', () => expect(routes.filter((path) => !seen.has(path))).toEqual([]));
  });
});
