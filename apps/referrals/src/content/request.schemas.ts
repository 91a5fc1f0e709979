import {
  ACCESS_EXTENTS,
  CONSULTATION_RESULTS,
  GROUNDS,
  NEXUS_BASISES,
  PURPOSES,
  TRANSFER_REASONS,
} from '#libs/contracts';
import { LIMITS } from '#libs/domain';
import { z } from 'zod';
import { bundle, bundleBasis } from './case.schemas.js';
import { agencyCode, codes, country, distinct, instant, note, optional } from './fields.js';
import { roleCode } from './role-code.js';

export const accessRequestSchema = z.strictObject({
  purpose: z.enum(PURPOSES),
  extent: z.enum(ACCESS_EXTENTS),
  note,
});

const requester = agencyCode.meta({ description: 'The agency that asked.' });

export const grantSchema = z.strictObject({
  requester,
  extent: z.enum(ACCESS_EXTENTS),
  until: instant.meta({ description: 'When the grant lapses: ahead, and no further than the rules allow.' }),
  note,
});

export const requestRefusalSchema = z.strictObject({ requester, reason: z.enum(GROUNDS), note });

export const transferRequestSchema = z.strictObject({ reason: z.enum(TRANSFER_REASONS), note });

export const transferSchema = z.strictObject({ requester, role: optional(roleCode), note });

const countries = distinct(country, { least: 2, most: LIMITS.consultationCountries }, (code) => code);

export const consultationSchema = z.strictObject({
  countries,
  bases: codes(NEXUS_BASISES).default([]),
  note,
});

export const conclusionSchema = z.strictObject({
  result: z.enum(CONSULTATION_RESULTS),
  lead: optional(country).meta({ description: 'The country that leads; with LEAD_AGREED and never otherwise.' }),
  note,
});

export const bundlingSchema = z.strictObject({ bundle, basis: bundleBasis });
