import { OPERATOR_ROLE } from '#libs/domain';
import { type AskedPosition, type Caller, CallerOf, MinimumOf, RequireRole } from '#libs/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiMembership } from './api-membership.js';
import { MembershipReads } from './membership-reads.js';
import { exerciseView, exerciseViewOf, lessonView, lessonViewOf } from './training-views.js';
import { all, type List, listOf } from './views.js';

/** Drills, and what they and practice taught (mission S7). */
@ApiTags('membership')
@Controller('v1/membership')
export class TrainingController {
  constructor(private readonly reads: MembershipReads) {}

  @Get('exercises')
  @ApiOperation({ summary: 'Exercises: the operator sees all of them, an agency those that it takes part in' })
  @ApiMembership(listOf(exerciseView), 'All of them.')
  async exercises(
    @CallerOf() { agency, role }: Caller,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<List<z.output<typeof exerciseView>>> {
    const { training } = await this.reads.at(minimum);
    const seen = Object.entries(training.exercises).filter(
      ([, { participants }]) => role === OPERATOR_ROLE || participants.includes(agency),
    );
    return all(seen.map(([code, exercise]) => exerciseViewOf(code, exercise)));
  }

  @Get('lessons')
  @RequireRole(OPERATOR_ROLE)
  @ApiOperation({ summary: 'Lessons, with the rules that they are about, oldest first' })
  @ApiMembership(listOf(lessonView), 'All of them.')
  async lessons(@MinimumOf() minimum: AskedPosition | null): Promise<List<z.output<typeof lessonView>>> {
    const { training } = await this.reads.at(minimum);
    return all(training.lessons.map(lessonViewOf));
  }
}
