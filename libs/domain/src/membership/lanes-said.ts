import { LANE_COUNT } from '#libs/contracts';
import { DomainError } from '#libs/kernel';
import type { AssignLanes, FoundBus } from './commands.js';
import { requireOperator, requirePerson, same } from './deciding.js';
import { Directory } from './directory.js';
import { contactIn, type MembershipEvent } from './evolve.js';
import { faultsOfLanes, type JurisdictionLanes, LANE_CLASSES, lanesNow } from './lane-map.js';
import type { Membership } from './state.js';

/** Everything at once, or nothing: a bus that was founded before is not founded again, whatever it has become since. */
export function found({ data: { jurisdictions, agencies } }: FoundBus, state: Membership): MembershipEvent[] {
  if (Object.keys(state.members).length > 0 || Object.keys(state.jurisdictions).length > 0) return [];
  new Directory({ jurisdictions, agencies }); // names every fault
  return [
    ...Object.entries(jurisdictions).map(([jurisdiction, lanes]) => assignment(jurisdiction, lanes)),
    ...agencies.map(({ code, name, country, roles, rights = null, needsRelease = false }): MembershipEvent => ({
      type: 'MemberAdmitted',
      data: { agency: code, name, country, roles: [...roles], rights, needsRelease, proposal: null },
    })),
    ...agencies.flatMap(({ code, contacts = [] }) =>
      contacts.map((contact): MembershipEvent => ({
        type: 'ContactPointChanged',
        data: { agency: code, role: contact.role, contact: contactIn(contact) },
      })),
    ),
  ];
}

/**
 * A new jurisdiction, or more lanes for one. Nothing is taken away: ids carry their lane, and a lane keeps its class, since
 * every process must know by the lane alone which loop it belongs to.
 */
export function assignLanes(
  { data: { jurisdiction, lanes }, meta: { actor } }: AssignLanes,
  state: Membership,
): MembershipEvent[] {
  requireOperator(actor);
  requirePerson(actor);
  const now = lanesNow(state.jurisdictions);
  const before = now[jurisdiction];
  if (before && same(plain(lanes), plain(before))) return [];
  const lost = LANE_CLASSES.flatMap((each) => (before?.[each] ?? []).filter((lane) => !lanes[each].includes(lane)));
  if (lost.length > 0) throw new DomainError('LANES_NARROWED', { lanes: lost.join(' ') });
  const faults = faultsOfLanes({ ...now, [jurisdiction]: lanes }, LANE_COUNT);
  if (faults.length > 0) throw new DomainError('LANES_UNSUITABLE', { faults: faults.join('; ') }, 422);
  return [assignment(jurisdiction, lanes)];
}

const assignment = (jurisdiction: string, lanes: JurisdictionLanes): MembershipEvent => ({
  type: 'JurisdictionLanesAssigned',
  data: { jurisdiction, ...plain(lanes) },
});

const plain = ({ routine, urgent, access }: JurisdictionLanes): { [Class in keyof JurisdictionLanes]: number[] } => ({
  routine: [...routine],
  urgent: [...urgent],
  access: [...access],
});
