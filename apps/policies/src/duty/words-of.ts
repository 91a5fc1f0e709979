import type { EventData, ReturnCause } from '#libs/contracts';
import {
  type Carrying,
  carriedOn,
  consultationCarriedOn,
  contentAfter,
  isOfConsultation,
  isStatement,
  type LegCommand,
  onwardLegOf,
  openEarlierOf,
  opensOnwardLeg,
  saidFirst,
  type Statement,
} from '#libs/domain';
import type { CommandMeta } from '#libs/kernel';
import type { Duty } from './duty.js';
import type { DutyDesk } from './duty-desk.js';

/** What is said for a duty: a command of the bus's policy but for who says it and when. */
export type Words = (meta: CommandMeta) => LegCommand;

/** What duties need to know of the legs before and after. */
export type History = Pick<DutyDesk, 'saidOf' | 'openingOf' | 'receiverOf' | 'carriedTo'>;

/** Null where a duty turns out to be none. @throws TypeError for an event that no writer of this bus makes */
export async function wordsOf(duty: Duty, history: History): Promise<Words | null> {
  switch (duty.kind) {
    case 'SUBMIT':
      return submission(duty, history);
    case 'COMPLETE':
      return (meta) => ({ type: 'CompleteHandover', meta, data: { leg: duty.leg } });
    case 'RETURN': {
      const data = await returned(duty, history);
      return (meta) => ({ type: 'ReturnForward', meta, data });
    }
    case 'CARRY': {
      const carrying = await carried(duty, history);
      return carrying && ((meta) => ({ ...carrying, meta }));
    }
  }
}

async function submission({ event, leg }: Duty, history: History): Promise<Words> {
  if (!opensOnwardLeg(event)) throw new TypeError(`${event.type} opens no leg`);
  const said = await history.saidOf(leg, event.meta.position);
  const content = said.reduce<ReturnType<typeof contentAfter>>(
    (before, each) => contentAfter(before, each, each.meta.eventId),
    null,
  );
  if (!content) throw new TypeError(`${leg} went on before it was submitted`);
  const { data, priority } = onwardLegOf(event, content);
  const consultations = openEarlierOf(said.filter(isOfConsultation));
  return (meta) => ({ type: 'SubmitReferral', meta, data, priority, consultations });
}

/** How the onward leg ended without a holder, as the leg before is told. */
async function returned(
  { event, leg }: Duty,
  history: History,
): Promise<Omit<EventData<'ForwardReturned'>, 'offer' | 'rules'>> {
  // filed for the opening itself when its leg could not be submitted
  if (opensOnwardLeg(event)) {
    const { leg: onward, to } = event.data;
    return { by: to.agency, leg: onward, cause: 'UNDELIVERABLE', reason: null };
  }
  const reason = event.type === 'ReferralRejected' ? event.data.reason : null;
  return { by: await history.receiverOf(leg), leg, cause: causeOf(event.type), reason };
}

function causeOf(type: string): ReturnCause {
  switch (type) {
    case 'ReferralRejected':
      return 'REJECTED';
    case 'ReferralExpired':
      return 'EXPIRED';
    case 'ReferralWithdrawn':
    case 'WithdrawalConfirmed':
      return 'WITHDRAWN';
    case 'EnteredInError':
      return 'ENTERED_IN_ERROR';
    default:
      throw new TypeError(`no leg ends by ${type}`);
  }
}

type OnOnwardLeg = Carrying | ReturnType<typeof consultationCarriedOn>;

async function carried({ event, leg, target }: Duty, history: History): Promise<OnOnwardLeg | null> {
  const known = await history.carriedTo(target);
  if (isOfConsultation(event)) return known.has(saidFirst(event).event) ? null : consultationCarriedOn(event);
  if (!isStatement(event)) throw new TypeError(`nothing is carried on by ${event.type}`);
  if (known.has(event.meta.eventId)) return null;
  const [opened, said] = await Promise.all([
    history.openingOf(target),
    statementsOf(leg, event.meta.position - 1, history),
  ]);
  const isBefore = ({ meta }: Statement): boolean => meta.position < opened;
  return carriedOn(event, {
    leg,
    before: said.filter(isBefore),
    since: said.filter((each) => !isBefore(each)),
    carriedAs: (id) => known.get(id) ?? null,
  });
}

async function statementsOf(leg: string, upTo: number, history: History): Promise<Statement[]> {
  return (await history.saidOf(leg, upTo)).filter(isStatement);
}
