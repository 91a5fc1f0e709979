import type { Actor, Referral } from './actor.js';
import type { Expected } from './differences.js';
import { NotAsTold } from './not-as-told.js';

/** A part of an entry of a timeline. */
export interface Said {
  readonly [name: string]: Expected;
}

/** Who hands a case over, and who is to take it on. */
export interface Sides {
  readonly sender: Actor;
  readonly receiver: Actor;
}

/** What both sides come to see of a referral, event by event. */
export class Timeline {
  readonly #events: Said[] = [];

  constructor(
    private readonly referral: Referral,
    private readonly sides: Sides,
  ) {}

  /** Something that the bus or somebody has said by now. */
  add(type: string, more: Said = {}): this {
    this.#events.push({ type, ...more });
    return this;
  }

  /** ⇒ The receiver comes to see all of it and nothing else, and the sender what is not of the receiver's side alone. */
  async comesToBeSeen(what: string): Promise<void> {
    const path = `/v1/referrals/${this.referral.id}/timeline?limit=200`;
    const { sender, receiver } = this.sides;
    await receiver.comesToSee(what, path, { items: this.#events });
    await sender.comesToSee('its part of that', path, { items: this.#events.filter(isOfBoth) });
  }
}

/** Steps of the ladder, and a lowering that is only proposed, are the receiver's own. */
const isOfBoth = ({ type, data }: Said): boolean =>
  type !== 'EscalationRaised' && Reflect.get(Object(data), 'status') !== 'PROPOSED';

/** By which rules, with their version, the urgency of a referral is judged. @throws NotAsTold where nothing is said of that */
export async function urgencyOf(referral: Referral, sender: Actor): Promise<{ rule: string; since: number }> {
  const said = await sender.list(`/v1/referrals/${referral.id}/timeline`, referral.position);
  const graded = said.find(({ type }) => type === 'PrioritySet');
  const rule = graded?.['rule'];
  if (typeof rule !== 'string' || !/^escalation\/\d+$/.test(rule))
    throw new NotAsTold(`${sender.agency} does not see by which rules its urgency is judged`);
  return { rule, since: Date.parse(String(graded?.['at'])) };
}
