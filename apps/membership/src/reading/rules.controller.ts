import {
  allTranslationsInForce,
  differencesOf,
  type Edition,
  findTerms,
  glossaryInForce,
  isPending,
  isShownTo,
  judgeTreaty,
  nameOf,
  type Rules,
  translationsInForce,
} from '#libs/domain';
import { type AskedPosition, type Caller, CallerOf, MinimumOf, ProblemError } from '#libs/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiMembership } from './api-membership.js';
import { MembershipReads } from './membership-reads.js';
import {
  comparisonQuery,
  comparisonView,
  documentView,
  editionViewOf,
  editionsView,
  endedProposalView,
  endedProposalViewOf,
  glossaryQuery,
  glossaryView,
  kindParam,
  proposalView,
  proposalViewOf,
  termViewOf,
  treatyQuery,
  verdictView,
} from './rules-views.js';
import { listOf } from './views.js';

type List<View extends z.ZodType> = Promise<{ items: z.output<View>[]; next: null }>;

const KIND = { name: 'kind', schema: { type: 'string', example: 'RULE_SET' } } as const;
const SUBJECT = { name: 'subject', schema: { type: 'string', example: 'referral' } } as const;

/** Rules, code lists and treaty statuses as versioned data (features F4, mission S2). */
@ApiTags('membership: rules')
@Controller('v1/membership')
export class RulesController {
  constructor(private readonly reads: MembershipReads) {}

  @Get('documents')
  @ApiOperation({ summary: 'Rule sets, code lists and treaty statuses, with their newest version' })
  @ApiMembership(listOf(documentView), 'All of them.')
  async documents(@MinimumOf() minimum: AskedPosition | null): List<typeof documentView> {
    const { editions } = await this.reads.rulesAt(minimum);
    const items = Object.entries(editions).map(([id, all]) => {
      const real = all.filter(({ synthetic }) => !synthetic);
      return { id, versions: real.length, newest: real.at(-1)?.version ?? null };
    });
    return { items, next: null };
  }

  @Get('documents/:kind/:subject')
  @ApiOperation({ summary: 'Every version of a document, with the time from which it holds' })
  @ApiParam(KIND)
  @ApiParam(SUBJECT)
  @ApiMembership(editionsView, 'In order.', { 404: 'NOT_FOUND' })
  async document(
    @Param('kind', { schema: kindParam }) kind: z.output<typeof kindParam>,
    @Param('subject') subject: string,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<z.output<typeof editionsView>> {
    const editions = editionsIn(await this.reads.rulesAt(minimum), kind, subject);
    return { id: nameOf(kind, subject), versions: editions.map(editionViewOf) };
  }

  @Get('documents/:kind/:subject/compare')
  @ApiOperation({ summary: 'Two versions side by side: every place where they differ' })
  @ApiParam(KIND)
  @ApiParam(SUBJECT)
  @ApiMembership(comparisonView, 'In the order of places.', { 404: 'NOT_FOUND: no such document or version' })
  async compare(
    @Param('kind', { schema: kindParam }) kind: z.output<typeof kindParam>,
    @Param('subject') subject: string,
    @Query({ schema: comparisonQuery }) { from, to }: z.output<typeof comparisonQuery>,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<z.output<typeof comparisonView>> {
    const editions = editionsIn(await this.reads.rulesAt(minimum), kind, subject);
    const textOf = (wanted: number): string => {
      const edition = editions.find(({ version, synthetic }) => version === wanted && !synthetic);
      if (!edition) throw new ProblemError('NOT_FOUND');
      return edition.document;
    };
    return { from, to, differences: differencesOf(textOf(from), textOf(to)) };
  }

  @Get('proposals')
  @ApiOperation({ summary: 'What is proposed, with the comments on it, and who said each' })
  @ApiMembership(listOf(proposalView), 'All of them; of an exercise while it runs, to who takes part in it.')
  async proposals(@CallerOf() reader: Caller, @MinimumOf() minimum: AskedPosition | null): List<typeof proposalView> {
    const { exercises } = (await this.reads.at(minimum)).training;
    const { proposals } = await this.reads.rulesAt(minimum);
    const seen = Object.entries(proposals).filter(
      ([, proposal]) => isPending(proposal, exercises) && isShownTo(reader, proposal, exercises),
    );
    const items = seen.map(([id, proposal]) => proposalViewOf(id, proposal, reader.agency));
    return { items, next: null };
  }

  @Get('proposals/ended')
  @ApiOperation({ summary: 'What was declined or taken back, with the reason' })
  @ApiMembership(
    listOf(endedProposalView),
    'Of the newest 200, the newest first; of an exercise, to who takes part in it.',
  )
  async endedProposals(
    @CallerOf() reader: Caller,
    @MinimumOf() minimum: AskedPosition | null,
  ): List<typeof endedProposalView> {
    const { exercises } = (await this.reads.at(minimum)).training;
    const { ended } = await this.reads.rulesAt(minimum);
    const seen = Object.entries(ended).filter(([, proposal]) => isShownTo(reader, proposal, exercises));
    const items = seen.map(([id, proposal]) => endedProposalViewOf(id, proposal, reader.agency));
    return { items: items.reverse(), next: null };
  }

  @Get('glossary')
  @ApiOperation({ summary: 'Terms of the field: found by whatever people say, answered with what is to be said' })
  @ApiMembership(glossaryView, 'All of them, or those that are named or meant.')
  async glossary(
    @Query({ schema: glossaryQuery }) { search = '', language }: z.output<typeof glossaryQuery>,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<z.output<typeof glossaryView>> {
    const rules = await this.reads.rulesAt(minimum);
    const now = await this.reads.now();
    const { version, content } = glossaryInForce(rules, now);
    const translated = language === undefined ? undefined : translationsInForce(rules, language, now);
    const found = findTerms(search, content, allTranslationsInForce(rules, now));
    const items = found.map(({ code, term }) => termViewOf(code, term, translated?.content[code]));
    return { items, next: null, version, translations: translated?.version ?? null };
  }

  @Get('treaties/:instrument')
  @ApiOperation({
    summary: 'Whether an instrument can be the sole basis between countries at a time (vocabulary 3.2)',
    description:
      'That all are parties is necessary and not sufficient: a named article, a purpose and a competent authority are ' +
      'required too. The bus records the claim; it never decides lawfulness.',
  })
  @ApiParam({ name: 'instrument', schema: { type: 'string', example: 'COE-185' } })
  @ApiMembership(verdictView, 'What stands against it, country by country.')
  async treaty(
    @Param('instrument') instrument: string,
    @Query({ schema: treatyQuery }) { countries, at }: z.output<typeof treatyQuery>,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<z.output<typeof verdictView>> {
    const { findings, reservations, ...verdict } = judgeTreaty(await this.reads.rulesAt(minimum), {
      instrument,
      countries,
      at: at ?? (await this.reads.now()),
    });
    return { instrument, ...verdict, findings: [...findings], reservations: [...reservations] };
  }
}

function editionsIn({ editions }: Rules, kind: z.output<typeof kindParam>, subject: string): readonly Edition[] {
  const name = nameOf(kind, subject);
  const found = Object.hasOwn(editions, name) ? editions[name] : undefined;
  if (!found) throw new ProblemError('NOT_FOUND');
  return found;
}
