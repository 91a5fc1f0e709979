import { ConsumerAccount } from '../checks/consumer-accounts.js';
import type { OpenedLegs } from '../checks/opened-legs.js';
import { type FirstParked, firstParkedOf, ShownEvents } from '../checks/shown-events.js';
import { ShownReferrals } from '../checks/shown-referrals.js';
import { ToldItems } from '../checks/told-items.js';
import { TrailEntries } from '../checks/trail-entries.js';
import type { ParkedEvent } from '../consumers.js';
import type { ConsumerReader } from '../readers/consumer-reader.js';
import { ShownReader } from '../readers/shown-reader.js';
import { ToldReader } from '../readers/told-reader.js';
import { TrailReader } from '../readers/trail-reader.js';
import type { Report } from '../report.js';
import type { Chronicle } from './chronicle.js';

type Chronicles = ReadonlyMap<number, Chronicle>;

/** What agencies are shown in these lanes, against the journal. */
export async function compareViews(views: ConsumerReader, chronicles: Chronicles, report: Report): Promise<void> {
  if (views.version === null) return;
  const lanes = [...chronicles.keys()];
  const shown = new ShownReader(views);
  const accounts = accountsOf(views, chronicles, report);
  const firstParked = await park(views, lanes, accounts);
  const events = eachLane(chronicles, (chronicle) => {
    return new ShownEvents(views.consumer, chronicle, views.standing(chronicle.lane), firstParked, report);
  });
  for await (const row of shown.events(lanes)) events.get(row.lane)?.add(row);
  const referrals = eachLane(chronicles, (chronicle) => {
    return new ShownReferrals(views.consumer, chronicle, views.standing(chronicle.lane), firstParked, report);
  });
  for await (const row of shown.referrals(lanes)) referrals.get(row.lane)?.add(row);
  for (const lane of lanes) {
    events.get(lane)?.end();
    referrals.get(lane)?.end();
    accounts.get(lane)?.end(events.get(lane)?.count ?? 0);
  }
}

/** What agencies are told of these lanes, against the journal. */
export async function compareFeeds(
  feed: ConsumerReader,
  chronicles: Chronicles,
  opened: OpenedLegs,
  report: Report,
): Promise<void> {
  if (feed.version === null) return;
  const lanes = [...chronicles.keys()];
  const parked: Pick<ParkedEvent, 'key' | 'position'>[] = [];
  for await (const { key, position } of feed.parked(lanes)) parked.push({ key, position });
  const firstParked = firstParkedOf(parked);
  const told = eachLane(chronicles, (chronicle) => {
    const standing = feed.standing(chronicle.lane);
    return new ToldItems({ consumer: feed.consumer, chronicle, standing, firstParked, opened }, report);
  });
  for await (const item of new ToldReader(feed).items(lanes)) told.get(item.lane)?.add(item);
  for (const check of told.values()) check.end();
}

/** The audit trail of these lanes, against the journal. */
export async function compareTrail(audit: ConsumerReader, chronicles: Chronicles, report: Report): Promise<void> {
  if (audit.version === null) return;
  const lanes = [...chronicles.keys()];
  const trail = new TrailReader(audit);
  const accounts = accountsOf(audit, chronicles, report);
  await park(audit, lanes, accounts);
  const entries = eachLane(chronicles, (chronicle) => {
    return new TrailEntries(chronicle, audit.standing(chronicle.lane), report);
  });
  for await (const entry of trail.entries(lanes)) entries.get(entry.lane)?.add(entry);
  const trees = await trail.trees(lanes);
  for (const lane of lanes) {
    entries.get(lane)?.end(trees.get(lane) ?? null);
    accounts.get(lane)?.end(entries.get(lane)?.count ?? 0);
  }
  for (const [lane, reason] of await trail.alarms())
    if (chronicles.has(lane)) report.found('K11', 'stopped', `audit_trail lane ${lane}`, reason);
}

function accountsOf(reader: ConsumerReader, chronicles: Chronicles, report: Report): Map<number, ConsumerAccount> {
  return eachLane(
    chronicles,
    (chronicle) => new ConsumerAccount(reader.consumer, chronicle, reader.standing(chronicle.lane), report),
  );
}

async function park(
  reader: ConsumerReader,
  lanes: readonly number[],
  accounts: ReadonlyMap<number, ConsumerAccount>,
): Promise<FirstParked> {
  const parked: Pick<ParkedEvent, 'key' | 'position'>[] = [];
  for await (const event of reader.parked(lanes)) {
    accounts.get(event.lane)?.park(event);
    parked.push({ key: event.key, position: event.position });
  }
  return firstParkedOf(parked);
}

const eachLane = <T>(chronicles: Chronicles, make: (chronicle: Chronicle) => T): Map<number, T> =>
  new Map([...chronicles].map(([lane, chronicle]) => [lane, make(chronicle)]));
