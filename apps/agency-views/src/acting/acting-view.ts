import { type ActingOnLeg, STEPS } from '#libs/domain';
import { z } from 'zod';
import { isoOrNull } from '../plain.js';
import { referralExample } from '../referral/referral.example.js';

const desk = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  languages: z.array(z.string()).readonly(),
});

const actor = z.strictObject({
  agency: z.string(),
  role: z.string(),
  parts: z
    .array(z.enum(['R', 'A', 'C', 'I']))
    .readonly()
    .meta({ description: 'What the role is in this step: responsible, accountable, consulted, informed.' }),
  isParty: z
    .boolean()
    .meta({ description: 'The party of the referral whose step it is, whatever its role; it stands first.' }),
  desk: desk.nullable().meta({ description: 'Of that role; null where the agency has named none.' }),
  open: z.boolean().nullable().meta({ description: 'Whether it is staffed now; null where nobody said so.' }),
  changesAt: z.iso.datetime().nullable().meta({ description: 'When it closes, or opens; null: not within a year.' }),
  inMaintenance: z.boolean().meta({ description: 'Its systems are away: telephone.' }),
  takesPart: z.boolean().meta({
    description: 'False of a party that is suspended or has left the bus: turn to the others.',
  }),
});

/** Who must act now on one referral (vocabulary 6.1, mission S4). */
export const actingView = z
  .strictObject({
    id: z.string(),
    step: z.enum(STEPS).nullable().meta({ description: 'What it waits for; null: for nothing.' }),
    country: z.string().nullable().meta({ description: 'Of the party whose step it is.' }),
    version: z
      .int()
      .nullable()
      .meta({ description: 'Of the responsibility table that says so; null: none published yet.' }),
    actors: z.array(actor).readonly(),
  })
  .meta({
    id: 'Acting',
    example: {
      ...{ id: referralExample.id, step: 'TRIAGE', country: 'PH', version: 1 },
      actors: [
        {
          ...{ agency: 'PH-WCPC', role: 'LE_UNIT', parts: ['C'], isParty: true, inMaintenance: false, takesPart: true },
          desk: { name: 'Duty desk', phone: '+63285550100', email: null, languages: ['en'] },
          ...{ open: true, changesAt: '2026-11-26T09:00:00.000Z' },
        },
        {
          ...{
            agency: 'PH-WCPC',
            role: 'POC_247',
            parts: ['R'],
            isParty: false,
            inMaintenance: false,
            takesPart: true,
          },
          ...{ desk: null, open: null, changesAt: null },
        },
      ],
    },
  });

interface Answered {
  readonly id: string;
  readonly version: number | null;
}

export function actingViewOf({ id, version }: Answered, acting: ActingOnLeg | null): z.output<typeof actingView> {
  return {
    ...{ id, step: acting?.step ?? null, country: acting?.country ?? null, version },
    actors: (acting?.actors ?? []).map(
      ({ agency, role, parts, isParty, contact, hours, inMaintenance, takesPart }) => ({
        ...{ agency, role, parts, isParty, open: hours.open, changesAt: isoOrNull(hours.changesAt) },
        ...{ inMaintenance, takesPart },
        desk: contact && {
          ...{ name: contact.desk, phone: contact.phone, email: contact.email, languages: contact.languages },
        },
      }),
    ),
  };
}
