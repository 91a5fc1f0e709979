import { AVAILABILITIES, CAPACITY_STATES, type ContactPoint, MEMBERSHIP_REASONS } from '#libs/contracts';
import { deskHours, inMaintenance, type Member, type Membership } from '#libs/domain';
import { z } from 'zod';
import { calendarView, calendarViewOf } from '../words/calendar-words.js';
import { rightsSchema, roleCode } from '../words/fields.js';

const moment = z.iso.datetime();
const span = { from: moment, until: moment.nullable() };
const maybe = <Codes extends readonly [string, ...string[]]>(codes: Codes): z.ZodType<string> =>
  z.enum([...codes, 'UNKNOWN']);

export const contactView = z.strictObject({
  role: z.string(),
  availability: maybe(AVAILABILITIES),
  desk: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  hours: z.string().nullable(),
  zone: z.string().nullable(),
  languages: z.array(z.string()),
  channels: z
    .array(z.strictObject({ kind: z.string(), address: z.string().nullable() }))
    .nullable()
    .meta({ description: 'By what the bus calls it. Addresses are shown to the agency itself and the operator.' }),
  calendar: calendarView.nullable().meta({ description: 'When it is staffed; null where only `hours` may say so.' }),
  open: z
    .boolean()
    .nullable()
    .meta({ description: 'Whether it is staffed now; null where nobody said so that it can be reckoned with.' }),
  changesAt: moment.nullable().meta({ description: 'When it closes, or opens; null: not within a year.' }),
});

/** An agency as every other one may see it. */
export const agencyView = z.strictObject({
  id: z.string().meta({ description: 'Code of the agency.', example: 'PH-WCPC' }),
  name: z.string(),
  country: z.string(),
  status: z.enum(['PROPOSED', 'ADMITTED', 'SUSPENDED', 'LEFT']),
  since: moment,
  roles: z.array(roleCode.or(z.string())),
  rights: rightsSchema.nullable().meta({ description: 'Narrower than its roles give; null for all that they give.' }),
  contactPoints: z.array(contactView),
  capacity: z.strictObject({ state: maybe(CAPACITY_STATES), ...span }).nullable(),
  maintenance: z.strictObject({ ...span, now: z.boolean() }).nullable(),
});

/** What the operator and the agency itself see beside that. */
export const ownAgencyView = agencyView.extend({
  reason: maybe(MEMBERSHIP_REASONS).nullable().meta({ description: 'Why it is suspended or left.' }),
  needsRelease: z.boolean(),
  clients: z.array(z.strictObject({ client: z.string(), standing: z.enum(['REGISTERED', 'REVOKED']) })),
  proposed: z
    .strictObject({
      id: z.string().meta({ description: 'What the second person names to admit it.' }),
      needsRelease: z.boolean(),
      name: z.string(),
      country: z.string(),
      roles: z.array(z.string()),
      rights: rightsSchema.nullable(),
    })
    .nullable()
    .meta({ description: 'What waits for a second person.' }),
});

export function agencyViewOf(id: string, member: Member, now: number, isOwn = false): z.output<typeof agencyView> {
  const { name, country, status, since, roles, rights, contacts, capacity, maintenance } = member;
  return {
    id,
    name,
    country,
    status,
    since: written(since),
    roles: [...roles],
    rights,
    // nobody is to call an agency that left, and it cannot take them back
    contactPoints:
      status === 'LEFT' && !isOwn ? [] : Object.values(contacts).map((contact) => contactViewOf(contact, now, isOwn)),
    capacity: capacity && { state: capacity.state, ...spanOf(capacity) },
    maintenance: maintenance && { ...spanOf(maintenance), now: inMaintenance(member, now) },
  };
}

export function contactViewOf(contact: ContactPoint, now: number, isOwn = false): z.output<typeof contactView> {
  const channels = contact.channels?.map(({ kind, address }) => ({ kind, address: isOwn ? address : null })) ?? null;
  const calendar = contact.calendar && calendarViewOf(contact.calendar);
  const { open, changesAt } = deskHours(contact, now);
  const changes = changesAt === null ? null : written(changesAt);
  return { ...contact, languages: [...contact.languages], channels, calendar, open, changesAt: changes };
}

export function ownAgencyViewOf(id: string, member: Member, now: number): z.output<typeof ownAgencyView> {
  const { reason, needsRelease, clients, proposal } = member;
  return {
    ...agencyViewOf(id, member, now, true),
    reason,
    needsRelease,
    clients: Object.entries(clients).map(([client, standing]) => ({ client, standing })),
    proposed: proposal && {
      id: proposal.event,
      needsRelease: proposal.needsRelease,
      name: proposal.name,
      country: proposal.country,
      roles: [...proposal.roles],
      rights: proposal.rights,
    },
  };
}

export const jurisdictionView = z.strictObject({
  id: z.string().meta({ description: 'ISO 3166-1 alpha-2.', example: 'PH' }),
  history: z
    .array(
      z.strictObject({
        since: moment,
        routine: z.array(z.int()),
        urgent: z.array(z.int()),
        access: z.array(z.int()),
      }),
    )
    .meta({ description: 'Every assignment of lanes, in order; the last one holds.' }),
});

export function jurisdictionViewsOf({ jurisdictions }: Membership): z.output<typeof jurisdictionView>[] {
  return Object.entries(jurisdictions).map(([id, history]) => ({
    id,
    history: history.map(({ since, routine, urgent, access }) => ({
      since: written(since),
      routine: [...routine],
      urgent: [...urgent],
      access: [...access],
    })),
  }));
}

export const changeView = z.strictObject({
  id: z.string(),
  kind: z.enum(['SUSPENSION', 'DEPARTURE']),
  agency: z.string(),
  reason: maybe(MEMBERSHIP_REASONS),
});

/** Which version of a document an answer was made from. */
export const versionField = z
  .int()
  .nullable()
  .meta({ description: 'Version in force that it is answered by; null: none was published yet.', example: 1 });

/** A list without pages: there are never many. */
export interface List<Item> {
  readonly items: Item[];
  readonly next: null;
}

export const all = <Item>(items: Item[]): List<Item> => ({ items, next: null });

export const listOf = <Item extends z.ZodType>(item: Item): z.ZodType<{ items: z.output<Item>[]; next: null }> =>
  z.strictObject({ items: z.array(item), next: z.null() });

const written = (at: number): string => new Date(at).toISOString();

const spanOf = ({
  from,
  until,
}: {
  readonly from: number;
  readonly until: number | null;
}): {
  from: string;
  until: string | null;
} => ({ from: written(from), until: until === null ? null : written(until) });
