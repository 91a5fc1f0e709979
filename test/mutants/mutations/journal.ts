import type { Mutation } from '../mutation.js';
import type { Patch } from '../patch.js';

const src = 'libs/journal/src';
const patch = (file: string, find: string, put: string): Patch => ({ file: `${src}/${file}`, find, put });

/** The log of acceptance. */
export const journalMutations: readonly Mutation[] = [
  {
    name: 'keys-not-unique',
    breaks: 'A command counts once: its key is claimed by a unique row.',
    patches: [
      patch('migrations/0001-journal.js', 'standing text,\n        PRIMARY KEY (day, digest)\n', 'standing text\n'),
      patch('migrations/0001-journal.js', 'digest bytea PRIMARY KEY,', 'digest bytea,'),
    ],
    scenario: 'day',
    caughtBy: ['K2', 'answers'],
  },
  {
    name: 'key-without-agency',
    breaks: 'Keys are scoped by agency: nobody is answered for what another one said.',
    patches: [patch('digest-keys.js', 'hmac(`key\\n${agency}\\n${key}`)', 'hmac(`key\\n${key}`)')],
    scenario: 'day',
    caughtBy: ['answers'],
  },
  {
    name: 'request-not-compared',
    breaks: 'The same key with another request is refused.',
    patches: [patch('earlier-answer.js', 'if (!held.request.equals(request))', 'if (false)')],
    scenario: 'day',
    caughtBy: ['answers'],
  },
  {
    name: 'answer-of-another-key',
    breaks: 'A repeated command is answered by its own events.',
    patches: [
      patch('earlier-answer.js', 'let after = base;', 'let after = Math.max(0, base - 2);'),
      patch('earlier-answer.js', 'if (!command?.key.equals(digest))\n', 'if (false)\n'),
    ],
    scenario: 'day',
    caughtBy: ['answers'],
  },
  {
    name: 'refusal-keeps-key',
    breaks: 'A refused command leaves nothing in the first transaction, its key neither.',
    patches: [patch('batch.js', 'decided.forget.push(key);', '')],
    scenario: 'day',
    caughtBy: ['keys'],
  },
  {
    name: 'refusal-not-recorded',
    breaks: 'A refusal stands under its key, and is answered again with the same bytes.',
    patches: [patch('journal.js', 'if (!this.allowance.take(pending.command.actor.agency)) {', 'if (true) {')],
    scenario: 'day',
    caughtBy: ['answers'],
  },
  {
    name: 'state-one-behind',
    breaks: 'A state is the fold of all its events.',
    patches: [patch('batch.js', 'drafts.reduce((folded,', 'drafts.slice(0, -1).reduce((folded,')],
    scenario: 'day',
    caughtBy: ['fold'],
  },
  {
    name: 'decides-before-lock',
    breaks: 'Commands are decided on what stands under the lock of their lane.',
    patches: [
      patch(
        'migrations/0004-leaner-batches.js',
        'BEGIN\n        IF cardinality(p_wait) > 0 THEN',
        `BEGIN
        RETURN QUERY SELECT 'state', s.lane, s.position, NULL::bigint[], NULL::bytea, NULL::bytea, s.key || E'\\\\n' || s.state, NULL::bigint, NULL::boolean
          FROM state s JOIN unnest(p_state_key, p_state_lane) w(key, lane) ON w.key = s.key AND w.lane = s.lane;
        PERFORM pg_sleep(0.05);
        IF cardinality(p_wait) > 0 THEN`,
      ),
      patch(
        'migrations/0004-leaner-batches.js',
        'w.lane = s.lane WHERE w.lane = ANY (held);',
        'w.lane = s.lane WHERE false;',
      ),
    ],
    scenario: 'twoWriters',
    caughtBy: ['fold'],
  },
  {
    name: 'lane-not-locked',
    breaks: 'One writer at a time gives out positions of a lane.',
    patches: [
      patch('migrations/0004-leaner-batches.js', 'ORDER BY l.lane FOR UPDATE) s;', 'ORDER BY l.lane) s;'),
      patch(
        'migrations/0004-leaner-batches.js',
        'ORDER BY l.lane FOR UPDATE SKIP LOCKED) s;',
        'ORDER BY l.lane) s; PERFORM pg_sleep(0.02);',
      ),
      patch(
        'migrations/0001-journal.js',
        'bytes bytea NOT NULL,\n        PRIMARY KEY (lane, position)\n',
        'bytes bytea NOT NULL\n',
      ),
    ],
    scenario: 'twoWriters',
    caughtBy: ['order'],
  },
  {
    name: 'answers-before-commit',
    breaks: 'The answer leaves after the commit.',
    patches: [
      patch(
        'accepting-loop.js',
        'const decided = await decideBatch(this.fold, batch, loaded);',
        `const decided = await decideBatch(this.fold, batch, loaded);
            decided.settle.forEach((tell) => tell());`,
      ),
    ],
    scenario: 'writerCrash',
    caughtBy: ['K1'],
  },
  {
    name: 'rollback-as-success',
    breaks: 'Only a COMMIT that is answered by COMMIT counts.',
    patches: [
      patch('statements.js', "if (command !== 'COMMIT')", 'if (!command)'),
      patch(
        'accepting-loop.js',
        '[append(client, decided), setClocks(client, clocks), commit(client)]',
        '[append(client, decided).catch(() => undefined), setClocks(client, clocks).catch(() => undefined), commit(client)]',
      ),
    ],
    scenario: 'lockedState',
    caughtBy: ['K1'],
  },
  {
    name: 'previous-forgotten',
    breaks: 'Every event names the leaf before it.',
    patches: [patch('lane-cursor.js', 'previous: this.head,', 'previous: Buffer.alloc(32),')],
    scenario: 'day',
    caughtBy: ['order'],
  },
  {
    name: 'head-not-stored',
    breaks: 'A lane knows the leaf of its last event.',
    patches: [patch('migrations/0004-leaner-batches.js', 'head = n.head, ', '')],
    scenario: 'day',
    caughtBy: ['order'],
  },
  {
    name: 'after-forgets-a-topic',
    breaks: 'Every event says how far each topic reaches.',
    // not in the lane of membership: without that nothing would start
    patches: [
      patch('lane-cursor.js', 'after: [...this.vector],', 'after: this.vector.slice(0, this.lane === 0 ? 9 : 1),'),
    ],
    scenario: 'day',
    caughtBy: ['order'],
  },
  {
    name: 'time-of-the-sender',
    breaks: "Time of acceptance is the database's, and never goes back within a lane.",
    patches: [
      patch(
        'batch.js',
        'const now = cursor.timeAt(loaded.now);',
        'const now = command.claimedAt ?? cursor.timeAt(loaded.now);',
      ),
    ],
    scenario: 'day',
    caughtBy: ['order'],
  },
  {
    name: 'half-a-command',
    breaks: 'All events of a command are written, or none.',
    patches: [patch('lane-cursor.js', 'const placed = drafts.map((', 'const placed = drafts.slice(0, 1).map((')],
    scenario: 'day',
    caughtBy: ['order'],
  },
  {
    name: 'event-id-of-the-request',
    breaks: 'Every event has an id of its own.',
    patches: [
      patch('lane-cursor.js', 'const meta = { eventId,', 'const meta = { eventId: pending.command.correlation,'),
    ],
    scenario: 'day',
    caughtBy: ['K2'],
  },
  {
    name: 'position-left-out',
    breaks: 'Positions of a lane have no gap.',
    patches: [
      patch(
        'lane-cursor.js',
        'position: this.position + 1,',
        'position: this.position + (this.position % 7 === 6 ? 2 : 1),',
      ),
    ],
    scenario: 'day',
    caughtBy: ['order'],
  },
  {
    name: 'clock-left-running',
    breaks: 'The clock of a referral is what its state says, when nothing is due any more too.',
    patches: [patch('batch.js', 'if (due !== undefined)', 'if (due)')],
    scenario: 'day',
    caughtBy: ['clocks'],
  },
];
