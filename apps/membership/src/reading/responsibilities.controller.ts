import { PRIORITIES } from '#libs/contracts';
import {
  COVERAGE_RISKS,
  coverageOf,
  membershipCodes,
  REFERRAL_STATUSES,
  responsibilitiesInForce,
  responsibilityColumns,
  responsibilityRows,
  rolesInForce,
  stakeholderDocument,
  stepOfStatus,
  STEPS,
  whoMustAct,
} from '#libs/domain';
import { type AskedPosition, MinimumOf, ProblemError } from '#libs/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiMembership } from './api-membership.js';
import { MembershipReads } from './membership-reads.js';
import { all, contactView, contactViewOf, type List, listOf, versionField } from './views.js';

const stepField = z.enum(STEPS);

const tableView = z.strictObject({
  version: versionField,
  columns: z.array(z.string()).meta({ description: 'Roles that play the same part.' }),
  rows: z.array(z.strictObject({ step: stepField, meaning: z.string(), cells: z.array(z.string()) })),
});

const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false);

const actorsQuery = z.strictObject({
  step: stepField.optional().meta({ description: 'A step of the table; or `status`.', example: 'TRIAGE' }),
  status: z.enum(REFERRAL_STATUSES).optional().meta({ description: 'Of a referral: the step that it waits for.' }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ description: 'Where.', example: 'PH' }),
  priority: z.enum(PRIORITIES).optional(),
  holdsData: flag.meta({ description: 'It concerns data that the agency asked for itself holds.' }),
  override: flag.meta({ description: 'The override for a threat to life was invoked.' }),
});

const actorView = z.strictObject({
  id: z.string().meta({ description: 'Code of the agency and role.', example: 'PH-WCPC/POC_247' }),
  agency: z.string(),
  role: z.string(),
  parts: z.array(z.enum(['R', 'A', 'C', 'I'])),
  contact: contactView.nullable(),
  inMaintenance: z.boolean().meta({ description: 'Its systems are away: telephone.' }),
});

const actorsView = z.strictObject({
  items: z.array(actorView),
  next: z.null(),
  version: versionField.meta({ description: 'Version of the responsibility table that says so; null: none yet.' }),
});

const coverageQuery = z.strictObject({
  live: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`false`: only where nobody can be called upon at any hour.', example: 'false' }),
});

const coverageView = z
  .strictObject({
    id: z.string().meta({ description: 'ISO 3166-1 alpha-2.' }),
    live: z.boolean().meta({ description: 'It has a live 24/7 role that the bus can call.' }),
    risk: z
      .enum(COVERAGE_RISKS)
      .nullable()
      .meta({
        description: Object.entries(membershipCodes.CoverageRisk.codes)
          .map(([code, meaning]) => `\`${code}\`: ${meaning}`)
          .join(' '),
      }),
    gap: z
      .strictObject({ from: z.iso.datetime(), until: z.iso.datetime().nullable() })
      .nullable()
      .meta({ description: 'Of `WITHIN_HOURS`: when nobody is there next, within a month.' }),
    holders: z.array(z.string()).meta({ description: 'Agencies there that hold the role.' }),
    reached: z
      .array(z.strictObject({ agency: z.string(), role: z.string() }))
      .meta({ description: 'Desks there that answer at any hour, in whatever role.' }),
  })
  .meta({
    id: 'Coverage',
    example: {
      ...{ id: 'PH', live: false, risk: 'WITHIN_HOURS', holders: ['PH-WCPC'] },
      gap: { from: '2026-11-24T09:00:00.000Z', until: '2026-11-25T00:00:00.000Z' },
      reached: [{ agency: 'PH-WCPC', role: 'LE_UNIT' }],
    },
  });

const momentOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const documentView = z.strictObject({
  asOf: z.iso.datetime(),
  roles: versionField.meta({ description: 'Version of the list of roles; null: none was published yet.' }),
  responsibilities: versionField.meta({ description: 'Version of the responsibility table; null: none yet.' }),
  markdown: z.string(),
});

/** Who does what, and who must act now (vocabulary 6.1, mission S4). */
@ApiTags('membership')
@Controller('v1/membership')
export class ResponsibilitiesController {
  constructor(private readonly reads: MembershipReads) {}

  @Get('responsibilities')
  @ApiOperation({ summary: 'The responsibility table: R responsible, A accountable, C consulted, I informed' })
  @ApiMembership(tableView, 'The table in force. Version 1 is proposed: it waits for the agencies’ agreement.')
  async table(@MinimumOf() minimum: AskedPosition | null): Promise<z.output<typeof tableView>> {
    const { version, content } = responsibilitiesInForce(await this.reads.rulesAt(minimum), await this.reads.now());
    return { version, columns: responsibilityColumns(content), rows: responsibilityRows(content) };
  }

  @Get('responsible')
  @ApiOperation({ summary: 'Who must act now: for a step, or for a referral in a status, in a country' })
  @ApiMembership(actorsView, `Responsible first, and among them whoever is there now; last those whose desk is closed.`)
  async responsible(
    @Query({ schema: actorsQuery }) { step, status, ...asked }: z.output<typeof actorsQuery>,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<z.output<typeof actorsView>> {
    if ((step === undefined) === (status === undefined))
      throw new ProblemError('QUERY_INVALID', { errors: [{ path: '/step', rule: 'STEP_OR_STATUS' }] });
    const awaited = step ?? (status && stepOfStatus[status]);
    const [membership, rules] = [await this.reads.at(minimum), await this.reads.rulesAt(minimum)];
    const now = await this.reads.now();
    const { version, content } = responsibilitiesInForce(rules, now);
    const items = awaited ? whoMustAct(membership, { step: awaited, ...asked, now }, content) : [];
    return {
      items: items.map(({ agency, role, parts, contact, inMaintenance }) => ({
        id: `${agency}/${role}`,
        agency,
        role,
        parts: [...parts],
        contact: contact && contactViewOf(contact, now),
        inMaintenance,
      })),
      next: null,
      version,
    };
  }

  @Get('coverage')
  @ApiOperation({ summary: 'Jurisdictions with a live 24/7 role, and without one: a risk before it is needed' })
  @ApiMembership(listOf(coverageView), 'As of now.')
  async coverage(
    @Query({ schema: coverageQuery }) { live }: z.output<typeof coverageQuery>,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<List<z.output<typeof coverageView>>> {
    const found = coverageOf(await this.reads.at(minimum), await this.reads.now()).map(
      ({ jurisdiction, risk, gap, holders, reached }) => ({
        ...{ id: jurisdiction, live: risk === null, risk },
        gap: gap && { from: new Date(gap.from).toISOString(), until: momentOf(gap.until) },
        ...{ holders: [...holders], reached: [...reached] },
      }),
    );
    return all(found.filter((each) => live === undefined || String(each.live) === live));
  }

  @Get('stakeholders')
  @ApiOperation({ summary: 'The stakeholder document, made from who takes part now, to be published as it is' })
  @ApiMembership(documentView, 'Markdown.')
  async stakeholders(@MinimumOf() minimum: AskedPosition | null): Promise<z.output<typeof documentView>> {
    const [membership, rules] = [await this.reads.at(minimum), await this.reads.rulesAt(minimum)];
    const now = await this.reads.now();
    const tables = { roles: rolesInForce(rules, now), responsibilities: responsibilitiesInForce(rules, now) };
    return {
      asOf: new Date(now).toISOString(),
      roles: tables.roles.version,
      responsibilities: tables.responsibilities.version,
      markdown: stakeholderDocument(membership, now, tables),
    };
  }
}
