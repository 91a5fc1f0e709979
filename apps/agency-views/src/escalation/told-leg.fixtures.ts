import type { Priority } from '#libs/contracts';
import type { LegCommand, LegEvent, Member, Membership } from '#libs/domain';
import { type Actor, DomainError } from '#libs/kernel';
import type fc from 'fast-check';
import { type clockWalks, spoken } from '../../../../libs/domain/src/escalation/clock-walks.fixtures.js';
import { PaperClock } from '../../../../libs/domain/src/escalation/paper-clock.fixtures.js';
import { MINUTE, Told } from '../../../../libs/domain/src/escalation/said.fixtures.js';
import { actor, NOW } from '../../../../libs/domain/src/leg/leg.fixtures.js';
import { calendar, deskOf } from '../../../../libs/domain/src/membership/desk-hours.fixtures.js';
import { membership } from '../../../../libs/domain/src/membership/membership.js';
import type { LaneScript } from '../agency-views.fixtures.js';

type ClockWalk = typeof clockWalks extends fc.Arbitrary<infer Walk> ? Walk : never;

interface How {
  readonly members?: Membership;
  readonly synthetic?: boolean;
}

/** A leg as the domain tells it, event by event in a lane. */
export class ToldLeg {
  readonly told: Told;

  constructor(
    private readonly script: LaneScript,
    readonly id: string,
    level: Priority,
    private readonly how: How = {},
  ) {
    this.told = Told.sent(level, how.members);
    this.#append(0, actor('US-CLEAR', 'p-9'));
  }

  /** A leg of which all of this was said; what is refused changes nothing. */
  static walked(script: LaneScript, id: string, { level, words }: ClockWalk, how: How = {}): ToldLeg {
    const leg = new ToldLeg(script, id, level, how);
    const paper = new PaperClock(level);
    let at = NOW;
    for (const { word, later } of words) {
      at += later * MINUTE;
      try {
        leg.say(spoken(word, at, paper)[0]);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return leg;
  }

  /** @throws DomainError */
  say(...commands: LegCommand[]): LegEvent[] {
    return commands.flatMap((command) => {
      const from = this.told.events.length;
      const events = this.told.say(command);
      this.#append(from, command.meta.actor);
      return events;
    });
  }

  #append(from: number, by: Actor): void {
    const { synthetic = false } = this.how;
    for (const { event, at, id } of this.told.events.slice(from))
      this.script.append(this.id, [event], { eventId: id, acceptedAt: at, actor: by, synthetic });
  }
}

const member = (country: string, ...roles: string[]): Member => ({
  ...{ status: 'ADMITTED', since: 0, reason: null, name: country, country, roles, rights: null, needsRelease: false },
  ...{ proposal: null, clients: {}, contacts: {}, capacity: null, maintenance: null },
});

/** Nobody in the Philippines is reached around the clock; there is a national contact, and a desk of police cooperation. */
export const taking: Membership = {
  ...membership.initialState(),
  members: {
    'US-CLEAR': member('US', 'CLEARINGHOUSE'),
    'PH-WCPC': member('PH', 'LE_UNIT'),
    'PH-NCP': member('PH', 'NCP_LE'),
    'EU-DESK': member('NL', 'LIAISON_INTL'),
  },
};

/** The desk of the Philippine unit keeps hours: 09:00 to 17:00 in Manila. */
export const keepingHours: Membership = {
  ...taking,
  members: {
    ...taking.members,
    'PH-WCPC': {
      ...member('PH', 'LE_UNIT'),
      contacts: { LE_UNIT: deskOf('LE_UNIT', { calendar: calendar('Asia/Manila', ['DAILY 09:00-17:00']) }) },
    },
  },
};

export const alternate = { agency: 'PH-NCP', role: 'NCP_LE' };
export const desk = { agency: 'EU-DESK', role: 'LIAISON_INTL' };
