import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceBusClock, confirmJournal, migrateJournal, readBusClock } from '#libs/journal';
import type { HttpApp } from '#libs/platform';
import { createSpecDatabase, type SpecDatabase, type SpecIssuer, startSpecIssuer, until } from '#libs/testing';
import pg from 'pg';
import { v7 } from 'uuid';
import { startMembershipApp } from '../membership-app.fixtures.js';

interface Item {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string }[];
}

interface Read<Body> {
  readonly status: number;
  readonly json: Body;
}

/** An agency with its role, and a person of it. */
type Who = readonly [agency: string, role: string, person?: string];

const AGENCY: Who = ['NL-NCP', 'NCP_LE'];
const OPERATOR: Who = ['BUS-OPS', 'SCHEME_ADMIN', 'ops-1'];
const SECOND_OPERATOR: Who = ['BUS-OPS', 'SCHEME_ADMIN', 'ops-2'];

/** Every read that this spec is about, as an agency may ask for it, and those that are the operator's. */
const OPEN_READS = ['responsible?step=TRIAGE&country=PH', 'responsibilities', 'stakeholders', 'glossary'];
const OPERATOR_READS = ['changes', 'lessons'];

describe('reads of who takes part, who acts and which words are used (mission S4, S8)', () => {
  let database: SpecDatabase;
  let owner: pg.Pool;
  let issuer: SpecIssuer;
  let http: HttpApp;
  let api: string;

  beforeAll(async () => {
    database = await createSpecDatabase();
    await migrateJournal(database.url(), { adjustableClock: true });
    owner = new pg.Pool({ connectionString: database.url(), max: 2 });
    issuer = await startSpecIssuer();
    http = await startMembershipApp(database.url('bus_writer'), issuer.rules);
    api = `${await http.listen()}/v1/membership`;
    await confirmJournal(owner, 'spec', 'there are no topics');
    await until(async () => {
      const { status, json } = await read('documents');
      return status === 200 && json.items.length > 0 ? true : undefined;
    });
  }, 60_000);
  afterAll(async () => {
    await http.close();
    await issuer.close();
    await owner.end();
    await database.drop();
  });

  const read = async <Body = { readonly items: readonly Item[]; readonly next: null }>(
    path: string,
    { who = AGENCY, minimum }: { readonly who?: Who; readonly minimum?: string } = {},
  ): Promise<Read<Body>> => {
    const answer = await fetch(`${api}/${path}`, {
      headers: {
        authorization: `Bearer ${await issuer.token(...who)}`,
        ...(minimum !== undefined && { 'bus-min-position': minimum }),
      },
    });
    return { status: answer.status, json: (await answer.json()) as Body };
  };
  /** The position of the answer: what is read at it shows what was said. */
  const say = async (path: string, body: object, who: Who = OPERATOR): Promise<{ at: string; change: string }> => {
    const answer = await fetch(`${api}/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await issuer.token(...who)}`,
        'idempotency-key': v7(),
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const said = (await answer.json()) as { change?: string };
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return { at: answer.headers.get('bus-position') ?? '', change: said.change ?? '' };
  };
  const refusal = async (path: string, who: Who = AGENCY): Promise<[number, string, string[]]> => {
    const { status, json } = await read<Problem>(path, { who });
    return [status, json.code, (json.errors ?? []).map((each) => each.path)];
  };

  describe('who may read', () => {
    it('is nobody without a token', async () => {
      const answers = await Promise.all([...OPEN_READS, ...OPERATOR_READS].map((path) => fetch(`${api}/${path}`)));
      const codes = await Promise.all(answers.map(async (answer) => ((await answer.json()) as Problem).code));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
      expect(new Set(codes)).toEqual(new Set(['TOKEN_MISSING']));
    });
    it('is nobody who takes no part, whatever the issuer says of them', async () => {
      for (const path of [...OPEN_READS, ...OPERATOR_READS])
        expect([path, ...(await refusal(path, ['ZZ-NOBODY', 'NCP_LE']))]).toEqual([path, 403, 'AGENCY_UNKNOWN', []]);
    });
    it('is nobody in a role that the agency does not hold', async () => {
      for (const path of [...OPEN_READS, ...OPERATOR_READS])
        expect([path, ...(await refusal(path, ['NL-NCP', 'SCHEME_ADMIN']))]).toEqual([
          path,
          403,
          'ROLE_NOT_OF_AGENCY',
          [],
        ]);
    });
    it('is every agency for what is shared, and the operator alone for changes of standing and lessons', async () => {
      for (const path of OPEN_READS) expect([path, (await read(path)).status]).toEqual([path, 200]);
      for (const path of OPERATOR_READS) {
        expect([path, ...(await refusal(path))]).toEqual([path, 403, 'ROLE_REQUIRED', []]);
        expect([path, (await read(path, { who: OPERATOR })).status]).toEqual([path, 200]);
      }
    });
  });

  describe('who must act now (vocabulary 6.1)', () => {
    const actors = async (query: string): Promise<string[]> =>
      (await read(`responsible?${query}`)).json.items.map(({ id }) => id);

    it('is whoever is responsible for the step in that country, the accountable after them', async () => {
      const { json } = await read('responsible?step=TRIAGE&country=PH&priority=P1');
      expect(json.next).toBeNull();
      expect(json.items.map(({ id, parts }) => [id, parts])).toEqual([
        ['PH-WCPC/POC_247', ['R']],
        ['PH-NCP/NCP_LE', ['A']],
      ]);
    });
    it('depends on the priority where the table says so', async () => {
      expect(await actors('step=TRIAGE&country=PH&priority=P3')).toEqual(['PH-NCP/NCP_LE']);
      expect(await actors('step=SAFEGUARD&country=PH&priority=P1')).toEqual(['PH-WCPC/POC_247', 'PH-CHILD/CHILD_PROT']);
      expect(await actors('step=SAFEGUARD&country=PH')).toEqual(['PH-CHILD/CHILD_PROT']);
    });
    it('is found by what a referral waits for in its status; when it has ended that is nobody', async () => {
      expect(await actors('status=ACCEPTED&country=PH')).toEqual(await actors('step=OUTCOME&country=PH'));
      expect(await actors('status=ACCEPTED&country=PH')).toContain('PH-WCPC/LE_UNIT');
      expect(await actors('status=CLOSED&country=PH')).toEqual([]);
    });
    it('says how the desk is reached, and that its systems are away, as soon as that was said', async () => {
      const desk = { desk: 'Duty officer', phone: '+63285550100', languages: ['en'] };
      await say('agencies/PH-WCPC/contact-points/POC_247', { ...desk, availability: 'AROUND_THE_CLOCK' });
      const { at } = await say('agencies/PH-WCPC/maintenance', { from: '2026-01-01T00:00:00Z' });
      const { json } = await read('responsible?step=SAFEGUARD&country=PH&priority=P1', { minimum: at });
      expect(json.items[0]).toMatchObject({
        agency: 'PH-WCPC',
        role: 'POC_247',
        contact: { ...desk, open: true, calendar: null },
        inMaintenance: true,
      });
      expect(json.items[1]).toMatchObject({ agency: 'PH-CHILD', contact: null, inMaintenance: false });
    });
    it('is a gap that is seen where no agency of a country has such a role', async () =>
      expect(await actors('step=SAFEGUARD&country=BR')).toEqual([]));
    it('answers what it cannot be asked with where the question is wrong', async () => {
      const wrong: Readonly<Record<string, readonly string[]>> = {
        'country=PH': ['/step'],
        'country=PH&step=TRIAGE&status=RECEIVED': ['/step'],
        'step=TRIAGE': ['/country'],
        'step=TRIAGE&country=ph': ['/country'],
        'step=TRIAGE&country=PH&priority=P9': ['/priority'],
        'step=DANCE&country=PH': ['/step'],
        'status=LOST&country=PH': ['/status'],
      };
      for (const [query, paths] of Object.entries(wrong))
        expect([query, ...(await refusal(`responsible?${query}`))]).toEqual([query, 400, 'QUERY_INVALID', paths]);
      expect((await refusal('responsible?step=TRIAGE&country=PH&agency=PH-NCP')).slice(0, 2)).toEqual([
        400,
        'QUERY_INVALID',
      ]);
    });
  });

  describe('the responsibility table (vocabulary 6.1)', () => {
    interface Table {
      readonly columns: readonly string[];
      readonly rows: readonly { readonly step: string; readonly cells: readonly string[] }[];
    }
    it('has a cell for each step and column, as the vocabulary writes them', async () => {
      const { columns, rows } = (await read<Table>('responsibilities')).json;
      expect(rows.length).toBe(12);
      for (const { step, cells } of rows) expect([step, cells.length]).toEqual([step, columns.length]);
      const cell = (step: string, role: string): string | undefined =>
        rows.find((row) => row.step === step)?.cells[columns.findIndex((column) => column.split(', ').includes(role))];
      expect(cell('SAFEGUARD', 'VICTIM_SUPPORT')).toBe('A/R');
      expect(cell('SAFEGUARD', 'POC_247')).toBe('R (P1)');
      expect(cell('PRESERVATION', 'INDUSTRY_TS')).toBe('R (holds data)');
      expect(cell('DISCLOSURE', 'CENTRAL_AUTH')).toBe('A');
      expect(cell('OVERRIDE_REVIEW', 'DPA_COMPLIANCE')).toBe('A');
    });
  });

  describe('the stakeholder document (mission S4)', () => {
    interface Text {
      readonly asOf: string;
      readonly markdown: string;
    }
    it('names who takes part in which roles, and follows when somebody leaves it', async () => {
      const before = (await read<Text>('stakeholders')).json;
      expect(before.markdown).toContain('| BR-HELPLINE |');
      expect(Math.abs(Date.parse(before.asOf) - Date.now())).toBeLessThan(60_000);
      const { change } = await say('changes', { kind: 'SUSPENSION', agency: 'BR-HELPLINE', reason: 'OTHER' });
      const { at } = await say(`changes/${change}/approve`, {}, SECOND_OPERATOR);
      const after = (await read<Text>('stakeholders', { minimum: at })).json;
      expect(after.markdown).not.toContain('BR-HELPLINE');
      expect(after.markdown).toContain('| BR-NCP |');
    });
    it('can be published: neither telephone numbers nor clients stand in it', async () => {
      const { json } = await read<Text>('stakeholders');
      expect(json.markdown).toContain('PH-WCPC');
      expect(json.markdown).not.toMatch(/\+\d{7,}|ph-wcpc/);
    });
  });

  describe('the glossary (vocabulary 5.2 R5.1)', () => {
    const found = async (query: string): Promise<readonly Item[]> => (await read(`glossary?${query}`)).json.items;

    it('answers whatever people say with what is to be said, and where it was read', async () => {
      const terms = await found('search=sextortion');
      expect(terms.map(({ id }) => id)).toEqual(['SEXTORT']);
      expect(terms[0]).toMatchObject({ preferred: 'sexual extortion of children', class: 'CARE', translation: null });
      expect((await found('search=child%20%20Sexual-abuse%20material')).map(({ id }) => id)).toContain('CSAM');
      expect(await found('search=nothing%20of%20the%20kind')).toEqual([]);
    });
    it('shows what was not read in a primary source as a question', async () => {
      const all = (await read('glossary')).json.items;
      expect(all.length).toBeGreaterThan(15);
      const term = (code: string): Item | undefined => all.find(({ id }) => id === code);
      expect(term('CSAM')).toMatchObject({ confirmed: true, source: 'Luxembourg Guidelines' });
      expect(term('GROOM')).toMatchObject({ confirmed: false });
      expect(term('EXPROS')?.['avoid']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ confirmed: true }),
          expect.objectContaining({ confirmed: false }),
        ]),
      );
    });
    it('has no translation that nobody approved', async () => {
      const french = await found('search=sextortion&language=fr');
      expect(french.map(({ translation }) => translation)).toEqual([null]);
    });
    it('answers what it cannot be asked with where the question is wrong', async () => {
      const wrong = { 'search=': '/search', [`search=${'a'.repeat(81)}`]: '/search', 'language=french': '/language' };
      for (const [query, path] of Object.entries(wrong))
        expect([query, ...(await refusal(`glossary?${query}`))]).toEqual([query, 400, 'QUERY_INVALID', [path]]);
    });
  });

  describe('what only operators see', () => {
    it('is a change that waits for a second person, until that one decides (vocabulary 6.2)', async () => {
      const asked = { kind: 'DEPARTURE', agency: 'CA-LIAISON', reason: 'OTHER' };
      const { change, at } = await say('changes', asked);
      const waiting = (await read('changes', { who: SECOND_OPERATOR, minimum: at })).json.items;
      expect(waiting).toEqual([{ id: change, ...asked }]);
      const declined = await say(`changes/${change}/decline`, { reason: 'GROUNDS_MISSING' }, SECOND_OPERATOR);
      expect((await read('changes', { who: OPERATOR, minimum: declined.at })).json.items).toEqual([]);
    });
    it('are lessons with the rules that they are about, of drills and of practice, oldest first (mission S7)', async () => {
      const exercise = 'EX-2026-READS';
      await say('exercises', { exercise, name: 'Reads', participants: ['GB-HOTLINE', 'JP-NCP'] });
      const drill = { ruleIds: ['R1.5', '2.4 I3'], finding: 'RULE_UNCLEAR', text: 'Two desks read it in two ways.' };
      await say(`exercises/${exercise}/lessons`, drill);
      const practice = { ruleIds: ['2.4 I4'], finding: 'RULE_UNCLEAR', text: 'The grounds need an example.' };
      const { at } = await say('lessons', practice);
      const { json } = await read('lessons', { who: OPERATOR, minimum: at });
      expect(json.items).toEqual([
        { id: '1', exercise, change: null, at: expect.any(String), ...drill },
        { id: '2', exercise: null, change: null, at: expect.any(String), ...practice },
      ]);
    });
  });

  // last, since the time of the bus never goes back
  describe('a second version (mission S2)', () => {
    const DAY_MS = 86_400_000;
    /** As `reference/` brings it, changed. */
    const firstVersion = async (name: string): Promise<Record<string, unknown>> => {
      const { json } = await read<{ versions: { document: Record<string, unknown> }[] }>(`documents/${name}`);
      return json.versions[0]?.document ?? {};
    };
    /** Proposed, commented on for its two months, and approved by a second person: from when it holds. */
    const agreed = async (kind: string, subject: string, document: object): Promise<number> => {
      const { now } = await readBusClock(owner);
      const inForceFrom = now + 100 * DAY_MS;
      const proposal = { kind, subject, document, inForceFrom: new Date(inForceFrom).toISOString() };
      const { change } = await say('proposals', proposal, ['NL-NCP', 'NCP_LE', 'officer-1']);
      await say(`proposals/${change}/comment`, { comment: 'As we say it too.' }, ['GB-NCP', 'NCP_LE', 'officer-2']);
      await advanceBusClock(owner, 63 * DAY_MS);
      const { at } = await say(`proposals/${change}/approve`, {}, SECOND_OPERATOR);
      await read('glossary', { minimum: at });
      return inForceFrom;
    };
    const becomes = async (time: number): Promise<void> => {
      const { now } = await readBusClock(owner);
      await advanceBusClock(owner, time - now);
    };

    it('of the glossary answers from its date on, and the first one until then', async () => {
      const document = await firstVersion('CODE_LIST/Glossary');
      const codes = document['codes'] as Record<string, object>;
      const changed = { ...codes, SEXTORT: { ...codes['SEXTORT'], preferred: 'extortion of a child by sexual means' } };
      const from = await agreed('CODE_LIST', 'Glossary', { ...document, codes: changed });
      const told = async () => {
        const { json } = await read<{ version: number; items: Item[] }>('glossary?search=sextortion');
        return [json.version, json.items[0]?.['preferred']];
      };
      await becomes(from - 60_000);
      expect(await told()).toEqual([1, 'sexual extortion of children']);
      await becomes(from);
      expect(await told()).toEqual([2, 'extortion of a child by sexual means']);
    });

    it('of who does what says from its date on who must act, and the first one until then', async () => {
      const document = await firstVersion('RULE_SET/responsibilities');
      const steps = document['steps'] as Record<string, { cells: Record<string, string> }>;
      const cells = { ...steps['SAFEGUARD']?.cells, contact: 'R' };
      const changed = { ...steps, SAFEGUARD: { ...steps['SAFEGUARD'], cells } };
      const from = await agreed('RULE_SET', 'responsibilities', { ...document, steps: changed });
      const told = async () => {
        const { json } = await read<{ version: number; items: Item[] }>('responsible?step=SAFEGUARD&country=NL');
        return [json.version, json.items.find(({ role }) => role === 'NCP_LE')?.['parts']];
      };
      await becomes(from - 60_000);
      expect(await told()).toEqual([1, undefined]);
      await becomes(from);
      expect(await told()).toEqual([2, ['R']]);
      const { json } = await read<Record<string, unknown>>('stakeholders');
      expect(json).toMatchObject({ roles: 1, responsibilities: 2, asOf: expect.stringMatching(/^20(27|28)/) });
    });
  });

  it('answers a position that is none with its code', async () => {
    for (const path of ['stakeholders', 'glossary?language=fr', ...OPERATOR_READS]) {
      const { status, json } = await read<Problem>(path, { who: OPERATOR, minimum: 'nowhere' });
      expect([path, status, json.code]).toEqual([path, 400, 'BUS_POSITION_INVALID']);
    }
  });
});
