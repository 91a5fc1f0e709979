import {
  DUTIES,
  ESCALATION_REPLIES,
  LOWERING_REASONS,
  ONWARD_OBSTACLES,
  ONWARD_REPLIES,
  PRIORITIES,
  PRIORITY_REASONS,
  VOICE_RESULTS,
} from '#libs/contracts';
import { REFERRAL_STATUSES } from '#libs/domain';
import { z } from 'zod';
import { incomplete } from '../lists/page.js';
import { code, party, time } from '../reading/view-fields.js';
import { LADDER_STATES } from './escalation.columns.js';
import { escalationExample } from './escalation.example.js';

/** What came of a step of the ladder. */
export const STEP_OUTCOMES = ['OPEN', 'WENT_ON', 'ANSWERED', 'DONE'] as const;

const level = code(PRIORITIES);
const duty = code(DUTIES).meta({ description: 'What is owed.' });
const rules = z.string().nullable().meta({ description: 'Rules with their version, such as `escalation/1`.' });

const grade = z.strictObject({ level, reasons: z.array(code(PRIORITY_REASONS)).readonly() }).nullable();

/** Named to the parties and to whom the step was for; of others, in which role and country. */
const someone = party.extend({
  agency: z
    .string()
    .nullable()
    .meta({ description: 'Null to agencies that are no party and were not called upon by that step.' }),
});

export const missedView = z.strictObject({
  duty,
  level: level.meta({ description: 'The level that drove when it was missed.' }),
  countedFrom: time,
  dueAt: time.meta({ description: 'Since when it is overdue.' }),
  responsible: party.meta({ description: 'Who owes it, in the role of that level.' }),
  rules,
});

const closedDesk = someone.extend({
  opensAt: time.nullable().meta({ description: 'When it opened next; null: not within a year.' }),
  passedOver: z.boolean().meta({
    description:
      'true: others were called upon instead. false: it was called upon all the same, and is called when it opens (P3, P4), or at once since nobody else was there (P1, P2).',
  }),
});

const step = z.strictObject({
  step: z.int().meta({ description: 'Step of the ladder, from 1.' }),
  at: time.meta({ description: 'When it was taken.' }),
  dueAt: time,
  cause: duty.meta({ description: 'What it was taken for.' }),
  level,
  called: z.array(someone).meta({ description: 'Whom it called upon, the first ones first.' }),
  unfilled: z.array(z.string()).meta({ description: 'Roles of the step that nobody holds there.' }),
  closed: z.array(closedDesk).meta({ description: 'Desks of the step that were closed then.' }),
  outcome: z.enum(STEP_OUTCOMES).meta({
    description:
      '`OPEN`: nobody has answered. `WENT_ON`: nobody had answered when the next step was taken. `ANSWERED`: by a person (`answers`). `DONE`: what it was taken for was done, or is not owed any more.',
  }),
  rules,
});

const answer = z.strictObject({
  at: time,
  step: z.int().meta({ description: 'The step that stood last.' }),
  cause: duty,
  by: someone,
  reply: code(ESCALATION_REPLIES).nullable().meta({ description: 'Null where `by` is not named.' }),
  rules,
});

const tried = z.strictObject({
  step: z.int().nullable().meta({ description: 'Of the ladder; null: the recipient was called because it is P1.' }),
  cause: duty,
  agency: someone.shape.agency,
  role: z.string(),
  channel: z
    .enum(['WEBHOOK', 'SMTP', 'NONE'])
    .meta({ description: 'NONE: the desk has no channel that it could be called by.' }),
  messages: z.int().meta({ description: 'That the channel took: the system or the mail server, no person.' }),
  failures: z.int().meta({ description: 'In a row, since.' }),
  outcome: z.string().nullable().meta({ description: 'Of the last try: TAKEN, or why not.' }),
  triedAt: time.nullable(),
  takenAt: time.nullable(),
  nextAt: time.nullable().meta({ description: 'When it is tried next; null: not any more.' }),
  endedBy: z.string().nullable().meta({ description: 'The event after which nobody is called any more.' }),
});

const onwardAnswer = z.strictObject({
  at: time,
  by: party.meta({ description: 'The national contact that answered.' }),
  reply: code(ONWARD_REPLIES).meta({ description: 'How the case goes on.' }),
  competent: party.nullable().meta({ description: 'Of `NAMES_OTHER`: who is competent; that agency was not told.' }),
  rules,
});

const refusedOnward = z.strictObject({
  at: time,
  cause: code(ONWARD_OBSTACLES).meta({ description: 'What was in the way (vocabulary 2.4 I6).' }),
  holder: party.meta({ description: 'Who wanted to pass the case on.' }),
  to: party.meta({ description: 'To whom; that agency was not told.' }),
  level: level.meta({ description: 'The level that drove it then.' }),
  limit: z.int().nullable().meta({ description: 'Of `HOP_LIMIT`: how often a case may be handed on.' }),
  originCountry: z.string().nullable().meta({ description: 'Where the case began; null where that is not known.' }),
  contacts: z.array(party).meta({ description: 'The national contacts of both ends, who were told.' }),
  unfilled: z.array(z.string()).meta({ description: 'Countries of these in which nobody holds that role.' }),
  rules,
  answer: onwardAnswer.nullable().meta({ description: 'Null while it is stuck: no national contact has answered.' }),
});

const call = z.strictObject({ at: time, by: z.string(), result: code(VOICE_RESULTS) });

const clock = z.strictObject({
  duty,
  countedFrom: time,
  warnAt: time,
  dueAt: time,
  missed: z.boolean(),
});

const nextStep = z.strictObject({
  step: z.int(),
  at: time,
  cause: duty,
  who: z.string().meta({ description: 'Whom it calls upon, in the words of the rules.' }),
  roles: z.array(z.string()),
  opensAt: time.nullable().meta({
    description:
      'As hours are known now, nobody of the step is there at its time, and it can wait: when the first of its desks opens.',
  }),
});

const opening = someone.extend({ at: time.meta({ description: 'When it opens, and is called.' }) });

const nextClock = z.strictObject({
  kind: z.enum(['WARNING', 'MISSED', 'PRESERVATION_EXPIRING', 'EXPIRES']),
  duty: duty.nullable(),
  at: time,
});

/** The escalation of a referral, without what the referral is about. */
export const escalationView = z
  .strictObject({
    id: z.string().meta({ description: 'Of the referral.' }),
    status: z.enum(REFERRAL_STATUSES).meta({ description: 'vocabulary 2.2' }),
    since: time.meta({ description: 'When it came into this state.' }),
    from: party.nullable().meta({ description: 'Null to agencies that were called upon.' }),
    to: party,
    ladder: z
      .enum(LADDER_STATES)
      .nullable()
      .meta({ description: 'Null where no step was taken since the referral came (back) to life.' }),
    priority: z.strictObject({
      driving: z.enum(PRIORITIES).nullable(),
      sender: grade,
      receiver: grade,
      proposed: z
        .strictObject({ level, reason: code(LOWERING_REASONS) })
        .nullable()
        .meta({
          description: 'A lowering of P1 that waits for a second person of the receiver, who alone is shown it.',
        }),
      disputed: z.boolean().meta({ description: 'The sender objected to a lowering of P1, and nobody has decided.' }),
    }),
    voiceContact: z.strictObject({
      recorded: z.boolean().meta({ description: 'Somebody was reached by telephone, or will call back.' }),
      calls: z.array(call),
    }),
    tried: z.array(step).meta({ description: 'Every step that was ever taken, in order.' }),
    calls: z.array(tried).meta({ description: 'By what who was called, and what came of it.' }),
    answers: z.array(answer).meta({ description: 'Whom it reached, as far as they said so.' }),
    refusedOnward: z.array(refusedOnward).meta({
      description:
        'Attempts to pass the case on that were refused, once an obstacle; for its recipient and the national contacts that were told.',
    }),
    overdue: z.array(missedView).meta({ description: 'What was missed and is not done.' }),
    clocks: z.array(clock).meta({ description: 'What is owed, the first first.' }),
    next: z
      .strictObject({
        step: nextStep.nullable(),
        opening: opening.nullable().meta({ description: 'The desk that the last step waits for.' }),
        clock: nextClock.nullable(),
      })
      .meta({ description: 'What comes if nobody does anything; null where nothing comes.' }),
    synthetic: z.boolean().meta({ description: 'An exercise: never real work.' }),
    parked: z
      .boolean()
      .meta({ description: 'An event of this referral waits for repair: what is shown may be behind.' }),
  })
  .meta({ id: 'Escalation', example: escalationExample });

export type EscalationView = z.output<typeof escalationView>;
export type MissedView = z.output<typeof missedView>;

export const escalationPage = z
  .strictObject({
    items: z.array(escalationView),
    next: z.string().nullable().meta({ description: 'Cursor of the next page, null on the last.' }),
    incomplete,
  })
  .meta({ id: 'EscalationList', example: { items: [escalationExample], next: null, incomplete: false } });
