import { PRIORITIES } from '#libs/contracts';
import { z } from 'zod';
import { incomplete } from '../lists/page.js';
import { code, party, time } from '../reading/view-fields.js';
import type { ReleaseRow } from './release.entity.js';

const releaseView = z
  .strictObject({
    id: z.string().meta({ description: 'Of the referral that is to be submitted.' }),
    from: party,
    to: party,
    reference: z.string().nullable().meta({ description: 'By which the second person finds the draft.' }),
    priority: code(PRIORITIES),
    askedAt: time,
    askedBy: z.string().nullable().meta({ description: 'Opaque reference; another person is to release it.' }),
    synthetic: z.boolean(),
  })
  .meta({ id: 'Release' });

export type ReleaseView = z.output<typeof releaseView>;

export const releasePage = z
  .strictObject({ items: z.array(releaseView), next: z.string().nullable(), incomplete })
  .meta({
    id: 'ReleaseList',
    example: {
      items: [
        {
          id: 'PH.1.0198c1f0-6f2a-7b6e-9a51-3c1d2e4f5a6b',
          from: { agency: 'US-CLEAR', role: 'CLEARINGHOUSE', country: 'US' },
          to: { agency: 'PH-WCPC', role: 'LE_UNIT', country: 'PH' },
          reference: 'CLEAR-2026-004411',
          priority: 'P3',
          askedAt: '2026-11-24T08:30:00.125Z',
          askedBy: 'officer-7',
          synthetic: false,
        },
      ],
      next: null,
      incomplete: false,
    },
  });

export function releaseViewOf(row: ReleaseRow): ReleaseView {
  return {
    id: row.id,
    from: { agency: row.sender_agency, role: row.sender_role, country: row.sender_country },
    to: party.parse(row.recipient),
    reference: row.reference,
    priority: code(PRIORITIES).parse(row.priority),
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by,
    synthetic: row.synthetic,
  };
}
