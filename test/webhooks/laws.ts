import type { ToldItem } from './agency.js';
import { type Message, TAKEN_BY } from './receiver.js';

/** What a receiver wrote down of a request. */
export type Written = Pick<Message, 'id' | 'type' | 'referral' | 'behaviour' | 'body'>;

const CALL = 'bus.call';

/** Of what the feed told, that the receiver has not. */
export function missingOf(written: readonly Written[], told: readonly ToldItem[]): ToldItem[] {
  const taken = new Set(written.filter(({ behaviour }) => TAKEN_BY.has(behaviour)).map(({ id }) => id));
  return told.filter(({ id }) => !taken.has(id));
}

/**
 * What of the promises of docs/integration/webhooks.md and calls.md does not hold, by every request that a receiver was sent, in
 * the order in which they came. @param told by the feed, at least all of which something was sent
 */
export function brokenPromises(written: readonly Written[], told: readonly ToldItem[]): string[] {
  const items = written.filter(({ type }) => type !== CALL);
  const known = new Set(told.map(({ id }) => id));
  return [
    ...otherBytes(written),
    ...items
      .filter(({ id }) => !known.has(id))
      .map(({ id, type }) => `${id} (${type}) was sent, and the feed has it not`),
    ...missingOf(written, told).map(({ id, type, referral }) => `${id} (${type} of ${referral}) never came`),
    ...outOfOrder(
      items.map((each) => ({ ...each, queue: each.referral })),
      Map.groupBy(told, ({ referral }) => referral),
    ),
    ...callsOutOfOrder(written.filter(({ type }) => type === CALL)),
  ];
}

/** Whoever has an id has the message. */
function otherBytes(written: readonly Written[]): string[] {
  const first = new Map<string, string>();
  return written.flatMap(({ id, type, body }) => {
    const known = first.get(id) ?? body;
    first.set(id, known);
    return known === body ? [] : [`${id} (${type}) came again with other bytes`];
  });
}

type Queued = Pick<Written, 'id' | 'type' | 'behaviour'> & { readonly queue: string };

/** Nothing is sent before all that comes before it was taken. */
function outOfOrder(
  sent: readonly Queued[],
  queues: ReadonlyMap<string, readonly { readonly id: string }[]>,
): string[] {
  const places = new Map<string, number>();
  return sent.flatMap(({ id, type, behaviour, queue }) => {
    const place = places.get(queue) ?? 0;
    const at = queues.get(queue)?.findIndex((each) => each.id === id) ?? -1;
    if (TAKEN_BY.has(behaviour)) places.set(queue, Math.max(place, at + 1));
    return at > place ? [`${id} (${type} of ${queue}) was sent before what comes before it was taken`] : [];
  });
}

interface CallSaid {
  readonly referral: string;
  readonly role: string;
  readonly step: number | null;
  readonly cause: string;
  readonly message: number;
}

/** Each message of a call has one id, and comes after the one before was taken. */
function callsOutOfOrder(calls: readonly Written[]): string[] {
  const said = calls.map((each) => {
    const { data } = JSON.parse(each.body) as { readonly data: CallSaid };
    return { ...each, queue: `${data.referral} ${data.cause} ${data.step} ${data.role}`, message: data.message };
  });
  return [...Map.groupBy(said, ({ queue }) => queue)].flatMap(([queue, ofCall]) => {
    const ids = new Map(ofCall.map(({ message, id }) => [message, id]));
    const others = ofCall.filter(({ message, id }) => ids.get(message) !== id);
    const wanted = [...ids].toSorted(([one], [other]) => one - other).map(([, id]) => ({ id }));
    const first = Math.min(...ids.keys());
    return [
      ...others.map(({ message }) => `message ${message} of the call ${queue} has more than one id`),
      ...(first === 1 && Math.max(...ids.keys()) === ids.size ? [] : [`messages of the call ${queue} are missing`]),
      ...outOfOrder(ofCall, new Map([[queue, wanted]])),
    ];
  });
}
