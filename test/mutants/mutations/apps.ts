import type { Mutation } from '../mutation.js';
import type { Patch } from '../patch.js';

const patch = (file: string, find: string, put: string): Patch => ({ file: `apps/${file}`, find, put });

const projection = 'agency-views/src/agency-views.projection.js';
const changes = 'agency-views/src/referral/referral.changes.js';

/** What the bus says by itself. */
export const policyMutations: readonly Mutation[] = [
  {
    name: 'clock-of-the-next-quarter',
    breaks: 'What is due is judged at the time of acceptance.',
    patches: [
      patch(
        'policies/src/clock/clock-command.js',
        'decided(state, now, by);',
        'decided(state, now + 15 * 60_000, by);',
      ),
    ],
    scenario: 'overdue',
    caughtBy: ['rules'],
  },
];

/** What agencies are shown. */
export const viewMutations: readonly Mutation[] = [
  {
    name: 'acknowledgement-not-shown',
    breaks: 'Every event of a referral is shown.',
    patches: [patch(projection, 'ReferralAcknowledged: seen(leg.acknowledged),', '')],
    scenario: 'day',
    caughtBy: ['K3'],
  },
  {
    name: 'entry-twice',
    breaks: 'An event has its effect once.',
    patches: [
      patch(
        projection,
        'PrioritySet: seen(leg.graded),',
        'PrioritySet: (event) => [...seen(leg.graded)(event), entry({ ...event, meta: { ...event.meta, position: event.meta.position + 0.5e6 } })],',
      ),
    ],
    scenario: 'day',
    caughtBy: ['K2'],
  },
  {
    name: 'state-ahead-of-its-event',
    breaks: 'A referral is shown in the state that its events lead to.',
    patches: [patch(changes, '{ received_at: atOf(event) }', "{ received_at: atOf(event), status: 'ACKNOWLEDGED' }")],
    scenario: 'slowView',
    caughtBy: ['K9'],
  },
  {
    name: 'priority-always-low',
    breaks: "A referral is shown with both parties' priorities.",
    patches: [patch(changes, 'sender_priority: known(level),', "sender_priority: 'P4',")],
    scenario: 'day',
    caughtBy: ['K3'],
  },
  {
    name: 'accepted-in-part',
    breaks: 'A referral is shown with the decision that was made.',
    patches: [patch(changes, 'acceptance_scope: scope,', "acceptance_scope: scope === 'FULL' ? 'PARTIAL' : scope,")],
    scenario: 'day',
    caughtBy: ['K3'],
  },
  {
    name: 'shown-without-an-event',
    breaks: 'Nothing is shown without an event.',
    patches: [
      patch(
        projection,
        'ReferralSubmitted: seen((event) => [leg.submitted(event), ...submittedInto(event)]),',
        "ReferralSubmitted: seen((event) => [leg.submitted(event), ...submittedInto(event), { ...leg.submitted(event), row: { ...leg.submitted(event).row, id: event.meta.leg.slice(0, -1) + 'z' } }]),",
      ),
    ],
    scenario: 'day',
    caughtBy: ['K4'],
  },
  {
    name: 'timeline-by-time',
    breaks: 'Order is by position, not by time.',
    patches: [
      patch(
        'agency-views/src/timeline/timeline-rows.js',
        ".orderBy('entry.position', 'ASC')",
        ".orderBy('entry.at', 'ASC').addOrderBy('entry.type', 'ASC')",
      ),
    ],
    scenario: 'day',
    caughtBy: ['K9'],
  },
  {
    name: 'position-that-was-asked-for',
    breaks: 'An answer says how far its view is.',
    patches: [
      patch(
        'agency-views/src/reading/view-state.sql.js',
        "'position', position, 'vector', vector)",
        "'position', position - 1, 'vector', vector)",
      ),
    ],
    scenario: 'slowView',
    caughtBy: ['K9'],
  },
];

/** What agencies are told. */
export const feedMutations: readonly Mutation[] = [
  {
    name: 'told-at-once-or-never',
    breaks: 'An agency is told everything that it may see, whenever it comes.',
    patches: [
      patch(
        'agency-views/src/feed/feed.derived.sql.js',
        'ON o.referral = e.referral AND o.position <= e.position',
        'ON o.referral = e.referral AND o.position <= e.position AND o.position IN (SELECT position FROM fresh)',
      ),
    ],
    scenario: 'day',
    caughtBy: ['K5'],
  },
  {
    name: 'told-to-one-that-is-no-party',
    breaks: 'Nobody is told of a referral that was not opened to it.',
    patches: [
      patch(
        'agency-views/src/feed/feed.projection.js',
        "opening(event, to.agency, 'RECIPIENT'),",
        "opening(event, to.agency, 'RECIPIENT'), opening(event, 'KE-NCP', 'RECIPIENT'),",
      ),
    ],
    scenario: 'day',
    caughtBy: ['told'],
  },
];

/** The audit trail. */
export const trailMutations: readonly Mutation[] = [
  {
    name: 'tree-of-another-leaf',
    breaks: 'The tree is made of the leaves of its lane, each in its place.',
    patches: [
      patch(
        'audit-trail/src/log/lane-tree.js',
        'records.map(({ leaf }) => leaf)',
        'records.map(({ leaf }, index) => (index === 0 ? head : leaf))',
      ),
    ],
    scenario: 'day',
    caughtBy: ['trail'],
  },
  {
    name: 'tree-without-a-leaf',
    breaks: 'Every event is a leaf.',
    patches: [
      patch(
        'audit-trail/src/log/lane-tree.js',
        'records.map(({ leaf }) => leaf)',
        'records.slice(frontier.size === 2 ? 1 : 0).map(({ leaf }) => leaf)',
      ),
      patch(
        'audit-trail/src/log/lane-tree.js',
        "if (record.position !== frontier.size + index + 1)\n            throw new ImpossibleEventError('POSITION_SKIPPED');",
        '',
      ),
    ],
    scenario: 'day',
    caughtBy: ['trail'],
  },
  {
    name: 'refusals-not-entered',
    breaks: 'Nothing happens without an entry, a refusal neither.',
    patches: [
      patch(
        'audit-trail/src/log/trail.applier.js',
        'insertEntries(tx, records.map(entryOf))',
        "insertEntries(tx, records.map(entryOf).filter(({ type }) => type !== 'CommandRefused'))",
      ),
    ],
    scenario: 'day',
    caughtBy: ['trail'],
  },
  {
    name: 'entry-of-another-event',
    breaks: 'An entry says which event it is.',
    patches: [
      patch('audit-trail/src/log/entry.js', 'event_id: storable(eventId),', 'event_id: storable(correlation),'),
    ],
    scenario: 'day',
    caughtBy: ['trail'],
  },
  {
    name: 'root-not-grown',
    breaks: 'The stored root is that of the stored tree.',
    patches: [
      patch(
        'audit-trail/src/log/trees.js',
        'size = excluded.size, frontier = excluded.frontier, root = excluded.root,',
        'size = excluded.size, frontier = excluded.frontier,',
      ),
    ],
    scenario: 'day',
    caughtBy: ['trail'],
  },
];
