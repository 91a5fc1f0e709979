import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEvent, MEMBERSHIP_LANE, type RecordedEvent } from '#libs/contracts';
import { casesOf, type FirstEdition } from '#libs/domain';
import { confirmJournal, migrateJournal } from '#libs/journal';
import { formatBusPosition, parseBusPosition } from '#libs/kernel';
import { createLogger, type HttpApp } from '#libs/platform';
import { createSpecDatabase, type SpecDatabase, type SpecIssuer, startSpecIssuer, until } from '#libs/testing';
import pg from 'pg';
import { v7 } from 'uuid';
import { firstEditions } from './founding/first-editions.js';
import { demoDirectory, startMembershipApp } from './membership-app.fixtures.js';
import { exerciseWords } from './words/exercise-words.js';
import { memberWords } from './words/member-words.js';
import { rulesWords } from './words/rules-words.js';
import { PARTS } from './words/word.js';

/** As a release brings them, but for a column of the table and a term that no build has, and a translation of it. */
const editions: readonly FirstEdition[] = [
  ...firstEditions(undefined).map((first) => ({ ...first, document: changed(first) })),
  { kind: 'CODE_LIST', subject: 'Glossary.pt', document: JSON.stringify({ codes: { GROOM: 'aliciamento' } }) },
];

function changed({ subject, document }: FirstEdition): string {
  const content = JSON.parse(document) as Tables;
  if (subject === 'responsibilities') {
    content.columns['health'] = ['HEALTH'];
    for (const [step, { cells }] of Object.entries(content.steps)) cells['health'] = step === 'SAFEGUARD' ? 'R' : '-';
  }
  if (subject === 'Glossary') {
    const said = { preferred: 'synthetic images', class: 'CARE', confirmed: false, source: 'proposed by a hotline' };
    content.codes['NUDIFY'] = { ...said, avoid: [], aliases: ['nudification'] };
  }
  if (subject === 'Role') Object.assign(content.codes['HELPLINE'] ?? {}, { contributes: 'calls of children' });
  return JSON.stringify(content);
}

interface Tables {
  readonly columns: Record<string, string[]>;
  readonly steps: Record<string, { readonly cells: Record<string, string> }>;
  readonly codes: Record<string, object>;
}

/** More than what an agency may have open (64). */
const WAITING = 150;

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: {
    readonly code?: string;
    readonly change?: string;
    readonly proposal?: string;
    readonly facts?: readonly string[];
  };
}

describe('the membership app', () => {
  let database: SpecDatabase;
  let owner: pg.Pool;
  let issuer: SpecIssuer;
  let http: HttpApp;

  const start = (): Promise<HttpApp> => startMembershipApp(database.url('bus_writer'), issuer.rules, editions);
  const post = async (path: string, body: object | null, person: string, key: string): Promise<Answered> => {
    const bearer = await issuer.token('BUS-OPS', 'SCHEME_ADMIN', person);
    const answer = await http.app.inject({
      method: 'POST',
      url: `/v1/membership/${path}`,
      headers: {
        authorization: `Bearer ${bearer}`,
        'idempotency-key': key,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, text: answer.body, json: answer.json<Answered['json']>() };
  };
  const recorded = async (): Promise<RecordedEvent[]> => {
    const { rows } = await owner.query<{ fingerprint: Buffer; bytes: Buffer }>(
      'SELECT fingerprint, bytes FROM journal WHERE lane = 0 ORDER BY position',
    );
    return rows.map((row) => decodeEvent(row));
  };
  const typesOf = async (): Promise<string[]> => (await recorded()).map(({ type }) => type);
  const founded = (): Promise<true> =>
    until(async () => (await typesOf()).filter((type) => type === 'CodeListPublished').length > 5 || undefined);

  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateJournal(database.url());
    owner = new pg.Pool({ connectionString: database.url(), max: 2 });
    issuer = await startSpecIssuer();
    http = await start();
  }, 60_000);
  afterAll(async () => {
    await http.close();
    await issuer.close();
    await owner.end();
    await database.drop();
  });

  it('founds the bus once the journal is confirmed, and never again', async () => {
    expect(await typesOf()).toEqual([]);
    await confirmJournal(owner, 'spec', 'there are no topics');
    await founded();
    const types = await typesOf();
    expect(types.filter((type) => type === 'MemberAdmitted')).toHaveLength(demoDirectory.agencies.length);
    await http.close();
    http = await start();
    await until(async () => (await http.health.readiness()).ready || undefined);
    expect(await typesOf()).toEqual(types);
  });

  it('says which texts of a later release hold for nobody, since nobody proposed them (features F4)', async () => {
    const lines: string[] = [];
    const logger = createLogger({
      app: 'spec',
      level: 'warn',
      destination: { write: (line) => void lines.push(line) },
    });
    const before = await typesOf();
    const later = await startMembershipApp(database.url('bus_writer'), issuer.rules, firstEditions(undefined), logger);
    await until(async () => lines.some((line) => line.includes('REFERENCE_NOT_PUBLISHED')) || undefined);
    await later.close();
    expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({
        code: 'REFERENCE_NOT_PUBLISHED',
        documents: ['RULE_SET/responsibilities', 'CODE_LIST/Role', 'CODE_LIST/Glossary'],
      }),
    );
    expect(await typesOf()).toEqual(before);
  });

  it('takes every command as its description shows it, and answers a repeated one with the same bytes (vocabulary 2.4 I10)', async () => {
    const ids: Record<string, string> = {
      agency: 'PH-HOTLINE',
      client: 'a-client',
      role: 'HOTLINE',
      jurisdiction: 'PH',
      exercise: 'EX-2026-NIGHT',
    };
    const outcomes: Record<string, string> = {};
    // a drill comes first: one of its participants is suspended by what follows
    const inOrder = [...exerciseWords, ...memberWords, ...rulesWords];
    for (const { path, example } of inOrder) {
      const filled = path.replaceAll(/:([a-z]+)/g, (_, part: string) => ids[part] ?? part);
      const person = /admit|approve|decline/.test(path) ? 'ops-2' : 'ops-1';
      const key = v7();
      const body = path.endsWith('/admit') ? { proposal: ids['proposal'] } : example;
      const answer = await post(filled, body, person, key);
      const again = await post(filled, body, person, key);
      expect([path, again.status, again.text]).toEqual([path, answer.status, answer.text]);
      ids['change'] = answer.json.change ?? ids['change'] ?? '';
      ids['proposal'] = answer.json.proposal ?? ids['proposal'] ?? '';
      outcomes[path] = answer.json.code ?? String(answer.json.facts);
    }
    expect(outcomes).toEqual({
      agencies: 'MemberProposed',
      'agencies/:agency/admit': 'MemberAdmitted',
      changes: 'ChangeProposed',
      'changes/:change/approve': 'ChangeApproved,MemberSuspended',
      'changes/:change/decline': 'CHANGE_NOT_OPEN',
      'changes/:change/withdraw': 'CHANGE_NOT_OPEN',
      'agencies/:agency/clients': 'ClientRegistered',
      'agencies/:agency/clients/:client/revoke': 'ClientRevoked',
      'agencies/:agency/contact-points/:role': 'ContactPointChanged',
      'agencies/:agency/contact-points/:role/remove': 'ContactPointChanged',
      'agencies/:agency/capacity': 'CapacityNotified',
      'agencies/:agency/maintenance': 'MaintenanceNotified',
      'jurisdictions/:jurisdiction/lanes': 'JurisdictionLanesAssigned',
      exercises: 'ExerciseStarted',
      'exercises/:exercise/end': 'ExerciseEnded',
      'exercises/:exercise/lessons': 'LessonRecorded',
      lessons: 'LessonRecorded',
      proposals: 'ChangeProposed',
      'proposals/:change/comment': 'ChangeCommented',
      'proposals/:change/approve': 'COMMENT_PERIOD_OPEN',
      'proposals/:change/decline': 'ChangeDeclined',
      'proposals/:change/withdraw': 'CHANGE_NOT_OPEN',
    });
  });

  it('shows what was declined or taken back, with the reason, and lets another be proposed', async () => {
    const example = rulesWords.find(({ path }) => path === 'proposals')?.example ?? {};
    const propose = async (): Promise<string> => String((await post('proposals', example, 'ops-1', v7())).json.change);
    const [declined, withdrawn] = [await propose(), await propose()];
    const reason = { reason: 'PROPOSED_IN_ERROR' };
    // a later proposal of the same person takes the place of an earlier one
    expect((await post(`proposals/${declined}/decline`, reason, 'ops-2', v7())).json.code).toBe('CHANGE_NOT_OPEN');
    expect((await post(`proposals/${withdrawn}/withdraw`, reason, 'ops-2', v7())).json.facts).toEqual([
      'ChangeWithdrawn',
    ]);
    const bearer = await issuer.token('NL-NCP', 'NCP_LE');
    const read = async (path: string): Promise<{ id: string }[]> => {
      const answer = await http.app.inject({
        url: `/v1/membership/${path}`,
        headers: { authorization: `Bearer ${bearer}` },
      });
      return answer.json<{ items: { id: string }[] }>().items;
    };
    const [ended] = await until(async () => {
      const found = await read('proposals/ended');
      return found[0]?.id === withdrawn ? found : undefined;
    });
    expect(ended).toMatchObject({ proposedBy: { agency: 'BUS-OPS', role: 'SCHEME_ADMIN', person: null } });
    expect(ended).toMatchObject({ end: 'WITHDRAWN', by: 'BUS-OPS', subject: 'referral', version: 2, ...reason });
    expect((await read('proposals')).map(({ id }) => id)).not.toContain(withdrawn);
    expect((await post('proposals', example, 'ops-2', v7())).json.facts).toEqual(['ChangeProposed']);
  });

  const readAs = async (agency: string, role: string, path: string): Promise<Record<string, unknown>> => {
    const headers = { authorization: `Bearer ${await issuer.token(agency, role)}` };
    return (await http.app.inject({ url: `/v1/membership/${path}`, headers })).json();
  };

  it('answers who does what, the roles and the glossary from the versions in force, and names them (mission S2)', async () => {
    const read = (path: string) => readAs('NL-NCP', 'NCP_LE', path);
    const table = await read('responsibilities');
    expect(table).toMatchObject({
      version: 1,
      rows: expect.arrayContaining([
        { step: 'SAFEGUARD', meaning: 'safeguard child', cells: ['I', 'I', 'C', 'R (P1)', 'C', '–', 'A/R', '–', 'R'] },
      ]),
    });
    expect((table['columns'] as string[]).at(-1)).toBe('HEALTH');
    const acting = await read('responsible?step=SAFEGUARD&country=NL');
    expect(acting['version']).toBe(1);
    const stakeholders = await read('stakeholders');
    expect(stakeholders).toMatchObject({ roles: 1, responsibilities: 1 });
    expect(stakeholders['markdown']).toContain('| calls of children |');
    const glossary = await read('glossary?search=nudification&language=pt');
    expect(glossary).toMatchObject({ version: 1, translations: 1, items: [{ id: 'NUDIFY', translation: null }] });
    // found by the approved translation, also where no language is asked for
    expect(await read('glossary?search=Aliciamento')).toMatchObject({ items: [{ id: 'GROOM', translation: null }] });
    const translated = await read('glossary?search=aliciamento&language=pt');
    expect(translated['items']).toEqual([expect.objectContaining({ id: 'GROOM', translation: 'aliciamento' })]);
    expect(await read('glossary?search=nudification&language=fr')).toMatchObject({ version: 1, translations: null });
    expect(await read('documents/CODE_LIST/Role/compare?from=1&to=1')).toEqual({ from: 1, to: 1, differences: [] });
  });

  it('shows who proposed and who commented: its own people to an agency, of others the agency and role', async () => {
    const { document } = firstEditions(undefined).find(({ subject }) => subject === 'escalation') ?? { document: '{}' };
    const proposal = { kind: 'RULE_SET', subject: 'escalation', inForceFrom: '2030-01-01T00:00:00Z' };
    const { change } = (
      await post('proposals', { ...proposal, document: JSON.parse(document) as object }, 'ops-1', v7())
    ).json;
    const answer = await http.app.inject({
      method: 'POST',
      url: `/v1/membership/proposals/${change}/comment`,
      headers: { authorization: `Bearer ${await issuer.token('NL-NCP', 'NCP_LE', 'nl-7')}`, 'idempotency-key': v7() },
      payload: { comment: 'Sixty days are long for a sender who waits.' },
    });
    expect(answer.statusCode).toBe(200);
    const seenBy = async (agency: string, role: string): Promise<unknown> => {
      const found = await until(async () => {
        const { items } = (await readAs(agency, role, 'proposals')) as {
          items: { id: string; proposedBy: unknown; comments: { by: unknown }[] }[];
        };
        const open = items.find(({ id }) => id === change);
        return open?.comments.length === 1 ? open : undefined;
      });
      return [found.proposedBy, found.comments[0]?.by];
    };
    const [operator, commenter] = [
      { agency: 'BUS-OPS', role: 'SCHEME_ADMIN' },
      { agency: 'NL-NCP', role: 'NCP_LE' },
    ];
    expect(await seenBy('NL-NCP', 'NCP_LE')).toEqual([
      { ...operator, person: null },
      { ...commenter, person: 'nl-7' },
    ]);
    expect(await seenBy('BUS-OPS', 'SCHEME_ADMIN')).toEqual([
      { ...operator, person: 'ops-1' },
      { ...commenter, person: null },
    ]);
  });

  it('hands the cases to grade to who takes part, without what they stand for (vocabulary 9)', async () => {
    const [exercise, participants] = ['EX-2026-GRADES', ['NL-NCP', 'JP-NCP']];
    await post('exercises', { exercise, name: 'Grading', participants }, 'ops-1', v7());
    const path = `exercises/${exercise}/cases`;
    const items = await until(async () => {
      const found = await readAs('NL-NCP', 'NCP_LE', path);
      return found['items'] as Record<string, unknown>[] | undefined;
    });
    expect(items.map(({ id }) => id)).toEqual(casesOf(exercise).map(({ reference }) => reference));
    for (const each of items) expect(Object.keys(each)).toEqual(['id', 'facts', 'offenceType', 'modifiers', 'nexus']);
    expect((await readAs('JP-NCP', 'NCP_LE', path))['items']).toEqual(items);
    expect(await readAs('US-CLEAR', 'CLEARINGHOUSE', path)).toMatchObject({ status: 404, code: 'EXERCISE_NOT_FOUND' });
  });

  it('keeps what is proposed in an exercise, and all that is said of it, in the exercise (vocabulary 9)', async () => {
    const [exercise, participants] = ['EX-2026-RULES', ['NL-NCP', 'JP-NCP']];
    await post('exercises', { exercise, name: 'Rules', participants }, 'ops-1', v7());
    await until(async () => (await readAs('NL-NCP', 'NCP_LE', `exercises/${exercise}/cases`))['items']);
    const example = rulesWords.find(({ path }) => path === 'proposals')?.example;
    const { change } = (await post('proposals', { ...example, exercise }, 'ops-1', v7())).json;
    const idsFor = async (agency: string, role: string, path = 'proposals'): Promise<string[]> =>
      ((await readAs(agency, role, path))['items'] as { id: string }[]).map(({ id }) => id);
    await until(async () => (await idsFor('NL-NCP', 'NCP_LE')).includes(change ?? '') || undefined);
    expect(await idsFor('US-CLEAR', 'CLEARINGHOUSE')).not.toContain(change);
    const say = async (word: string, said: object): Promise<unknown> => {
      const { json } = await post(`proposals/${change}/${word}`, said, 'ops-2', v7());
      return json.code ?? json.facts;
    };
    expect(await say('comment', { comment: 'As we say it.' })).toBe('CHANGE_OF_EXERCISE');
    expect(await say('comment', { comment: 'As we say it.', exercise })).toEqual(['ChangeCommented']);

    await post(`exercises/${exercise}/end`, null, 'ops-1', v7());
    await until(async () => !(await idsFor('NL-NCP', 'NCP_LE')).includes(change ?? '') || undefined);
    expect(await say('comment', { comment: 'Late.', exercise })).toBe('EXERCISE_NOT_RUNNING');
    expect(await say('withdraw', { reason: 'NOT_NEEDED_ANY_MORE', exercise })).toEqual(['ChangeWithdrawn']);
    await until(async () => (await idsFor('NL-NCP', 'NCP_LE', 'proposals/ended')).includes(change ?? '') || undefined);
    expect(await idsFor('US-CLEAR', 'CLEARINGHOUSE', 'proposals/ended')).not.toContain(change);
    const said = (await recorded()).filter(({ data }) => 'change' in data && data.change === change);
    expect(said.map(({ type, meta }) => [type, meta.synthetic])).toEqual([
      ['ChangeProposed', true],
      ['ChangeCommented', true],
      ['ChangeWithdrawn', true],
    ]);
  });

  it('takes no lesson about a rule that nobody knows', async () => {
    const example = exerciseWords.find(({ path }) => path === 'lessons')?.example;
    const refused = await post('lessons', { ...example, ruleIds: ['R1.5', 'R9.9'] }, 'ops-1', v7());
    expect([refused.status, refused.json]).toEqual([
      422,
      expect.objectContaining({ code: 'LESSON_RULE_UNKNOWN', details: { rules: 'R9.9' } }),
    ]);
  });

  it('takes no version of the roles that tells other rights than those that the door enforces (vocabulary 6)', async () => {
    const { versions } = (await readAs('NL-NCP', 'NCP_LE', 'documents/CODE_LIST/Role')) as {
      versions: { document: Tables }[];
    };
    const document = structuredClone(versions[0]!.document);
    const proposal = { kind: 'CODE_LIST', subject: 'Role', inForceFrom: '2030-01-01T00:00:00Z', document };
    Object.assign(document.codes['RESEARCH']!, { receive: true });
    const refused = await post('proposals', proposal, 'ops-1', v7());
    expect([refused.status, refused.json.code]).toEqual([422, 'DOCUMENT_UNSUITABLE']);
    expect(refused.text).toContain('codes/RESEARCH/receive: false is enforced');
    Object.assign(document.codes['RESEARCH']!, { receive: false, contributes: 'studies' });
    expect((await post('proposals', proposal, 'ops-1', v7())).json.facts).toEqual(['ChangeProposed']);
  });

  it('lets a suspension be declined by a second person, and be taken back by the first', async () => {
    const propose = async (): Promise<string> => {
      const asked = { kind: 'SUSPENSION', agency: 'FR-NCP', reason: 'OTHER' };
      return `changes/${(await post('changes', asked, 'ops-1', v7())).json.change}`;
    };
    const end = async (path: string, person: string): Promise<unknown> => {
      const { json } = await post(path, { reason: 'GROUNDS_MISSING' }, person, v7());
      return json.code ?? json.facts;
    };
    const [declined, withdrawn] = [await propose(), await propose()];
    expect(await end(`${declined}/decline`, 'ops-2')).toBe('CHANGE_NOT_OPEN');
    expect(await end(`${withdrawn}/decline`, 'ops-1')).toBe('SECOND_PERSON_REQUIRED');
    expect(await end(`${withdrawn}/withdraw`, 'ops-2')).toBe('CHANGE_OF_ANOTHER_PERSON');
    expect(await end(`${withdrawn}/withdraw`, 'ops-1')).toEqual(['ChangeWithdrawn']);
    expect(await end(`${await propose()}/decline`, 'ops-2')).toEqual(['ChangeDeclined']);
  });

  it('lets reads that wait for a position take nothing from the other requests of their agency', async () => {
    const url = await http.listen();
    const bearer = await issuer.token('BUS-OPS', 'SCHEME_ADMIN', 'ops-1');
    const notify = (day: string): Promise<Response> =>
      fetch(`${url}/v1/membership/agencies/NL-NCP/maintenance`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'idempotency-key': v7(), 'content-type': 'application/json' },
        body: JSON.stringify({ from: `${day}T00:00:00Z` }),
      });
    const said = parseBusPosition((await notify('2030-01-01')).headers.get('bus-position') ?? '');
    const next = { lane: MEMBERSHIP_LANE, position: 0, vector: said?.vector.map((each) => each && each + 1) ?? [] };
    const read = (headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${url}/v1/membership/agencies`, { headers: { authorization: `Bearer ${bearer}`, ...headers } });
    const waitingAre = async (count: number): Promise<true | undefined> =>
      (await (await fetch(`${url}/metrics`)).text()).includes(`bus_http_waiting ${count}\n`) || undefined;
    const waiting = Array.from({ length: WAITING }, () => read({ 'bus-min-position': formatBusPosition(next) }));
    await until(() => waitingAre(WAITING));
    const others = await Promise.all(Array.from({ length: 60 }, () => read()));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await notify('2030-01-02')).status).toBe(200);
    // at once, or with 425 where this machine took the five seconds that a read waits
    for (const { status } of await Promise.all(waiting)) expect([200, 425]).toContain(status);
    await until(() => waitingAre(0));
  });

  it('describes every command and every read', async () => {
    const { paths } = (await http.app.inject('/openapi.json')).json<{ paths: Record<string, object> }>();
    const commands = [...memberWords, ...rulesWords].map(
      ({ path }) => `/v1/membership/${path.replaceAll(/:([a-z]+)/g, '{$1}')}`,
    );
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(commands));
    expect(Object.keys(PARTS).every((part) => JSON.stringify(paths).includes(`"${part}"`))).toBe(true);
    expect(Object.keys(paths).length).toBeGreaterThan(commands.length + 8);
  });

  it('names jurisdictions where nobody can be called upon at any hour, before anybody has to be', async () => {
    const bearer = await issuer.token('NL-NCP', 'NCP_LE');
    const risks = async (): Promise<Record<string, string>> => {
      const headers = { authorization: `Bearer ${bearer}` };
      const answer = await http.app.inject({ url: '/v1/membership/coverage?live=false', headers });
      const { items } = answer.json<{ items: { id: string; risk: string }[] }>();
      return Object.fromEntries(items.map(({ id, risk }) => [id, risk]));
    };
    expect(await risks()).toMatchObject({ DE: 'NOT_HELD', NL: 'NOT_AROUND_THE_CLOCK', GB: 'NOT_AROUND_THE_CLOCK' });
    const desk = { availability: 'AROUND_THE_CLOCK', desk: 'Duty officer', phone: '+31205550100', languages: ['nl'] };
    const calendar = { zone: 'Europe/Amsterdam', weekly: [{ day: 'MONDAY', from: '22:00', to: '06:00' }] };
    const hours = { ...desk, availability: 'OFFICE_HOURS', calendar };
    const at = 'agencies/NL-NCP/contact-points/POC_247';
    const refused = await post(at, { ...hours, calendar: { ...calendar, zone: 'Amsterdam' } }, 'ops-1', v7());
    expect([refused.status, refused.json.code]).toEqual([422, 'CONTACT_CALENDAR_UNSUITABLE']);
    await post(at, hours, 'ops-1', v7());
    await until(async () => (await risks())['NL'] === 'WITHIN_HOURS' || undefined);
    const shown = await http.app.inject({
      url: '/v1/membership/agencies/NL-NCP',
      headers: { authorization: `Bearer ${bearer}` },
    });
    expect(shown.json()).toMatchObject({ contactPoints: [{ calendar: { ...calendar, closed: [] } }] });
    await post(at, desk, 'ops-1', v7());
    await until(async () => (await risks())['NL'] === 'NO_CHANNEL' || undefined);
    await post(at, { ...desk, email: 'duty@ncp.example' }, 'ops-1', v7());
    const left = await until(async () => {
      const found = await risks();
      return 'NL' in found ? undefined : found;
    });
    expect(left).toMatchObject({ DE: 'NOT_HELD', GB: 'NOT_AROUND_THE_CLOCK' });
  });

  it('lets nobody count as two: a client that names a person in a header is no second person', async () => {
    const bearer = await issuer.token('BUS-OPS', 'SCHEME_ADMIN');
    const headers = { authorization: `Bearer ${bearer}`, 'idempotency-key': v7(), 'bus-person': 'ops-2' };
    const url = '/v1/membership/agencies/PH-WCPC/admit';
    const answer = await http.app.inject({ method: 'POST', url, headers, body: { proposal: v7() } });
    expect([answer.statusCode, answer.json<Answered['json']>().code]).toEqual([422, 'PERSON_REQUIRED']);
  });
});
