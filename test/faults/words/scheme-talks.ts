import { v7 } from 'uuid';
import type { Place, Spoken, Talk } from './talk.js';
import { inDays, referral, SUBMITTED } from './talk.js';

/** An agency of nobody else's talks, which the issuer knows and no member of the bus is at first. */
const AGENCY = 'CA-HOTLINE';
const MEMBER = { agency: AGENCY, name: 'Hotline that comes and goes (demo)', country: 'CA', roles: ['HOTLINE'] };
/** Why an app does not let it in. */
const KEPT_OUT: ReadonlySet<string> = new Set(['AGENCY_UNKNOWN', 'AGENCY_SUSPENDED', 'STANDING_LOST']);
/** Refused so often in turn, it is known to be suspended wherever it may ask. */
const SETTLED = 3;
const LATER = 5;

interface Submission {
  readonly key: string;
  readonly body: ReturnType<typeof referral>;
}
const submission = (): Submission => ({ key: v7(), body: referral('AU-NCP') });
const submitted = (leg: string): Spoken => ({ leg, events: SUBMITTED });

/** An agency joins, is suspended, and comes back: what it says meanwhile is refused, and leaves nothing until it is said again. */
export const standing: Talk = async (place) => {
  const first = await letIn(place, submission());
  const { legs, refused } = await suspended(place);
  const back = await letIn(place, refused);
  await suspend(place); // as the next run on these services finds it, which admits it again
  return [first, ...legs, back].map(submitted);
};

/** Admitted by two persons; from then on its submission is taken as soon as the app knows. @returns the leg */
async function letIn(place: Place, { key, body }: Submission): Promise<string> {
  const { of, operator, second, pause } = place;
  await operator.saysOfMembership('ProposeMember', 'agencies', MEMBER);
  await pause();
  let proposal = '';
  await second.comesToSee(`/v1/membership/agencies/${AGENCY}`, (json) => {
    const proposed = Reflect.get(Object(json), 'proposed') as { readonly id?: string } | null | undefined;
    proposal = proposed?.id ?? '';
    return proposal !== '';
  });
  await second.saysOfMembership('AdmitMember', `agencies/${AGENCY}/admit`, { proposal });
  for (;;) {
    const { id, refused } = await of(AGENCY).tries(body, key);
    if (id !== null) return id;
    if (!KEPT_OUT.has(refused)) throw new Error(`a submission of ${AGENCY} was answered ${refused}`);
    await pause();
  }
}

/** By two persons. */
async function suspend({ operator, second, pause }: Place): Promise<void> {
  const kind = { kind: 'SUSPENSION', agency: AGENCY, reason: 'SECURITY_INCIDENT' };
  const { change } = await operator.saysOfMembership('ProposeChange', 'changes', kind);
  await pause();
  await second.saysOfMembership('ApproveChange', `changes/${change}/approve`);
}

/**
 * Suspended. What an app takes before it knows of that is taken; what it refuses is refused from then on.
 * @returns what was taken, and a submission that was refused
 */
async function suspended(place: Place): Promise<{ readonly legs: readonly string[]; readonly refused: Submission }> {
  const { of, pause } = place;
  await suspend(place);
  const legs: string[] = [];
  for (let inTurn = 0; ;) {
    const next = submission();
    const { id, refused } = await of(AGENCY).tries(next.body, next.key);
    if (id === null && !KEPT_OUT.has(refused)) throw new Error(`a submission of ${AGENCY} was answered ${refused}`);
    if (id === null) inTurn++;
    else if (inTurn >= SETTLED) throw new Error(`${id} of ${AGENCY} was taken while it was suspended`);
    else {
      inTurn = 0;
      legs.push(id);
    }
    if (inTurn === SETTLED + LATER) return { legs, refused: next };
    await pause();
  }
}

const RULES = {
  hopLimit: 4,
  expiryDays: { P3: 14, P4: 30 },
  silenceDays: 60,
  longestHoldDays: 365,
  longestGrantDays: 365,
};

const REFERRAL_RULES = '/v1/membership/documents/RULE_SET/referral';
interface Versions {
  readonly versions: readonly { readonly exercise: boolean }[];
}
/** The versions of exercises: in force by the time of the bus, which a fault may have put ahead. */
const drilled = (json: unknown): Versions['versions'] => (json as Versions).versions.filter((each) => each.exercise);

/**
 * Other rules, as far as a day allows: what is proposed for real cases is in comment for two months, is commented on and taken
 * back; in an exercise they are approved by a second person and come into force.
 */
export const rules: Talk = async ({ of, operator, second, pause }) => {
  const desk = of('KE-NCP');
  const proposal = { kind: 'RULE_SET', subject: 'referral', document: RULES, inForceFrom: inDays(400) };
  const { change: real } = await operator.saysOfMembership('ProposeDocument', 'proposals', proposal);
  await pause();
  await desk.saysOfMembership('CommentOnChange', `proposals/${real}/comment`, { comment: 'Sixty days are long.' });
  await pause();
  await operator.saysOfMembership('WithdrawDocument', `proposals/${real}/withdraw`, { reason: 'NOT_NEEDED_ANY_MORE' });
  await operator.comesToSee('/v1/membership/proposals/ended', (json) => JSON.stringify(json).includes(`"${real}"`));

  const exercise = `EX-RULES-${v7().slice(-8).toUpperCase()}`;
  const begun = { exercise, name: 'Rules under fire', participants: ['KE-NCP', 'JP-NCP'] };
  await operator.saysOfMembership('StartExercise', 'exercises', begun);
  await operator.comesToSee('/v1/membership/exercises', (json) => JSON.stringify(json).includes(`"${exercise}"`));
  let before = 0;
  await operator.comesToSee(REFERRAL_RULES, (json) => {
    before = drilled(json).length;
    return true;
  });
  const inForceFrom = new Date().toISOString();
  const drill = { ...proposal, inForceFrom, commentsUntil: inForceFrom, exercise };
  const { change } = await operator.saysOfMembership('ProposeDocument', 'proposals', drill);
  await pause();
  await second.saysOfMembership('ApproveDocument', `proposals/${change}/approve`, { exercise });
  await operator.comesToSee(REFERRAL_RULES, (json) => drilled(json).length > before);
  await operator.saysOfMembership('EndExercise', `exercises/${exercise}/end`);
  return [];
};

interface Lanes {
  readonly routine: readonly number[];
  readonly urgent: readonly number[];
  readonly access: readonly number[];
}
interface Jurisdictions {
  readonly items: readonly { readonly id: string; readonly history: readonly Lanes[] }[];
}

/** A jurisdiction gets another routine lane, one of another's, while referrals go there. */
export const lanes: Talk = async ({ of, operator, pause }) => {
  const hotline = of('PT-NCP');
  const before = await hotline.submits(referral('KE-NCP'));
  const now = new Map<string, Lanes>();
  await operator.comesToSee('/v1/membership/jurisdictions', (json) => {
    for (const { id, history } of (json as Jurisdictions).items) {
      const last = history.at(-1);
      if (last) now.set(id, last);
    }
    return now.has('KE');
  });
  const { routine, urgent, access } = now.get('KE') ?? { routine: [], urgent: [], access: [] };
  const others = [...now.values()].flatMap((each) => [...each.routine]).sort((a, b) => a - b);
  const more = others.find((lane) => !routine.includes(lane));
  await pause();
  const body = { routine: [...routine, ...(more === undefined ? [] : [more])], urgent, access };
  await operator.saysOfMembership('AssignLanes', 'jurisdictions/KE/lanes', body);
  await pause();
  const after = await hotline.submits(referral('KE-NCP'));
  const desk = of('KE-NCP');
  await desk.says(before, 'AcknowledgeReferral');
  await pause();
  await desk.says(after, 'AcknowledgeReferral');
  return [before, after].map((leg) => ({ leg, events: `${SUBMITTED} ReferralAcknowledged` }));
};
