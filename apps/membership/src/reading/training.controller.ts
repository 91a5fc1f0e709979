import { casesOf, isShown, OPERATOR_ROLE } from '#libs/domain';
import { type AskedPosition, type Caller, CallerOf, MinimumOf, ProblemError, RequireRole } from '#libs/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiMembership } from './api-membership.js';
import { MembershipReads } from './membership-reads.js';
import {
  exerciseView,
  exerciseViewOf,
  lessonView,
  lessonViewOf,
  trainingCaseView,
  trainingCaseViewOf,
} from './training-views.js';
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
    const seen = Object.entries(training.exercises).filter(([code]) =>
      isShown(training.exercises, code, { agency, role }),
    );
    return all(seen.map(([code, exercise]) => exerciseViewOf(code, exercise)));
  }

  @Get('exercises/:exercise/cases')
  @ApiOperation({
    summary: 'The cases to grade: to agencies that take part, and the operator (vocabulary 9)',
    description:
      'Each agency grades by submitting a referral into the exercise with the reference of the case and its own priority, to ' +
      'a participant that does not grade. ' +
      'What the others made of it, and what it stands for, is in the report once the exercise has ended.',
  })
  @ApiParam({ name: 'exercise', schema: { type: 'string', example: 'EX-2026-NIGHT' } })
  @ApiMembership(listOf(trainingCaseView), 'In the order and by the numbers of this exercise.', {
    404: 'EXERCISE_NOT_FOUND: none of that code was started that the agency takes part in',
  })
  async cases(
    @Param('exercise') code: string,
    @CallerOf() { agency, role }: Caller,
    @MinimumOf() minimum: AskedPosition | null,
  ): Promise<List<z.output<typeof trainingCaseView>>> {
    const { training } = await this.reads.at(minimum);
    if (!isShown(training.exercises, code, { agency, role })) throw new ProblemError('EXERCISE_NOT_FOUND');
    return all(casesOf(code).map(trainingCaseViewOf));
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
