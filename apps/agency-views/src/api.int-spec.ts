import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, LaneScript, received, recipient, referralId, submitted } from './agency-views.fixtures.js';
import { escalationPage, escalationView } from './escalation/escalation-view.js';
import { exerciseReportView } from './exercise/exercise-report.view.js';
import { delegateView } from './feed/delegate.controller.js';
import { feedPage } from './feed/api-feed.js';
import { referralPage } from './lists/referral-lists.js';
import type { z } from 'zod';
import { actingView } from './acting/acting-view.js';
import { caseView } from './case/case-view.js';
import { releasePage } from './release/release-view.js';
import { SpecBus } from './spec-bus.fixtures.js';
import { minimum } from './spec-reads.fixtures.js';
import { timelineView } from './timeline/timeline-view.js';
import { overduePage } from './worklists/overdue-view.js';
import { worklistCounts } from './worklists/worklist-counts.view.js';

describe('the description of the API', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start();
  }, 60_000);
  afterAll(() => bus.stop());

  it('says what is answered', async () => {
    const script = new LaneScript().append(referralId(1), [...submitted(), received, accepted]);
    await bus.publish(script.rows);
    const answer = async (path: string): Promise<unknown> => (await bus.get(path, recipient, minimum(script))).json();
    const path = `/v1/referrals/${referralId(1)}`;
    expect(caseView.parse(await answer(path))).toMatchObject({ status: 'ACCEPTED' });
    expect(timelineView.parse(await answer(`${path}/timeline`)).items).toHaveLength(4);
    for (const list of ['/v1/inbox', '/v1/caseload'])
      expect(referralPage.parse(await answer(list)).items).toHaveLength(1);
    expect(referralPage.parse(await answer('/v1/worklists/returned-to-me')).items).toEqual([]);
    expect(worklistCounts.parse(await answer('/v1/worklists')).items).toHaveLength(5);
    expect(releasePage.parse(await answer('/v1/worklists/awaiting-release')).items).toEqual([]);
  });

  it('has a summary, a schema and an example for every read', async () => {
    const document = (await (await fetch(`${bus.url}/openapi.json`)).json()) as OpenApi;
    expect(Object.keys(document.paths).sort()).toEqual([
      '/v1/caseload',
      '/v1/escalations',
      '/v1/escalations/{id}',
      '/v1/exercises/{exercise}/report',
      '/v1/feed',
      '/v1/feed/delegate',
      '/v1/feed/taken',
      '/v1/inbox',
      '/v1/referrals/{id}',
      '/v1/referrals/{id}/responsible',
      '/v1/referrals/{id}/timeline',
      '/v1/sent',
      '/v1/worklists',
      '/v1/worklists/awaiting-release',
      '/v1/worklists/overdue',
      '/v1/worklists/{name}',
    ]);
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (!get) continue; // what is said and not read
      expect(get.summary).not.toBe('');
      expect(get.tags).toHaveLength(1);
      const name = get.responses['200']?.content?.['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
      expect(document.components.schemas[name]).toMatchObject({ type: 'object', example: expect.anything() });
      const { example } = document.components.schemas[name] as { example: unknown };
      expect(views[name]?.safeParse(example)).toMatchObject({ success: true });
      for (const status of answersOf(path)) expect(get.responses).toHaveProperty(status);
    }
  });
});

/** Beside 200. What a feed told before is asked for by a cursor, not by a tag; who may read it is of no version of the view. */
function answersOf(path: string): string[] {
  if (path === '/v1/feed/delegate') return ['403'];
  return ['400', '401', '403', '425', ...(path === '/v1/feed' ? [] : ['304', '503'])];
}

/** The examples are answers that could be given. */
const views: Readonly<Record<string, z.ZodType>> = {
  Case: caseView,
  Escalation: escalationView,
  EscalationList: escalationPage,
  ExerciseReport: exerciseReportView,
  FeedDelegate: delegateView,
  FeedPage: feedPage,
  OverdueList: overduePage,
  ReferralList: referralPage,
  ReleaseList: releasePage,
  Timeline: timelineView,
  Acting: actingView,
  WorklistCounts: worklistCounts,
};

interface OpenApi {
  readonly components: { readonly schemas: Record<string, object> };
  readonly paths: Record<
    string,
    {
      readonly get: {
        readonly summary: string;
        readonly tags: string[];
        readonly responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
      };
    }
  >;
}
