import { describe, expect, it } from '@jest/globals';
import { AGENCY_VIEWS, AUDIT_TRAIL } from '../consumers.js';
import { kinds, LANE, laneOf, laneRowOf } from '../lane.fixtures.js';
import { Report } from '../report.js';
import { checkRemains, checkServer, type ServerFacts, type ServerSession } from './leaks.js';
import { reportLiveness } from './liveness.js';

describe('liveness', () => {
  const then = [laneRowOf(laneOf())]; // eight events, the last one a referral's, position 4 the last of an escalation
  const found = (relayed: number, views: number, trail: number): string[] => {
    const report = new Report();
    const positions = (position: number): Map<number, number> => new Map([[LANE, position]]);
    reportLiveness(
      report,
      then,
      {
        relayed: positions(relayed),
        consumers: [
          { consumer: AGENCY_VIEWS, positions: positions(views) },
          { consumer: AUDIT_TRAIL, positions: positions(trail) },
        ],
      },
      1_000,
    );
    return report.of('K13').findings.map(({ at }) => at);
  };
  it('is reached where all have come to where the lane was', () => expect(found(8, 8, 8)).toEqual([]));
  it('may be passed', () => expect(found(9, 20, 9)).toEqual([]));
  it('names who is behind', () =>
    expect(found(8, 7, 3)).toEqual([`agency_views lane ${LANE}`, `audit_trail lane ${LANE}`]));
  it('names the relay', () => expect(found(7, 8, 8)).toEqual([`relay lane ${LANE}`]));
});

describe('leaks', () => {
  const session: ServerSession = {
    pid: 7,
    application: 'bus-relay',
    database: 'journal',
    idleInTransactionMs: 0,
    waitingMs: 0,
  };
  const found = (change: Partial<ServerFacts>): string[] => {
    const report = new Report();
    checkServer(report, {
      sessions: [session],
      prepared: [],
      idleSlots: [],
      connections: 1,
      maxConnections: 100,
      ...change,
    });
    return kinds(report, 'K14');
  };
  it('are none where everybody works or waits for work', () => expect(found({})).toEqual([]));
  it('show a transaction that nobody ends', () =>
    expect(found({ sessions: [{ ...session, idleInTransactionMs: 31_000 }] })).toEqual(['leak']));
  it('show a lock that is not given', () =>
    expect(found({ sessions: [{ ...session, waitingMs: 31_000 }] })).toEqual(['leak']));
  it('show a prepared transaction', () => expect(found({ prepared: ['x'] })).toEqual(['leak']));
  it('show a replication slot that nobody reads', () => expect(found({ idleSlots: ['s'] })).toEqual(['leak']));
  it('show a server that is full', () => expect(found({ connections: 91 })).toEqual(['leak']));
  it('show what a rebuild and a process left', () => {
    const report = new Report();
    checkRemains(report, ['agency_views_rebuild_7'], ['/data/x.new']);
    expect(kinds(report, 'K14')).toEqual(['leak', 'leak']);
  });
});
