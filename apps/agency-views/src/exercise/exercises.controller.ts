import { exerciseReport, isShown, OPERATOR_ROLE } from '#libs/domain';
import { Members } from '#libs/membership';
import { type Caller, CallerOf, DatabaseAway, type HttpReply, type HttpRequest, ProblemError } from '#libs/platform';
import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiRead } from '../reading/api-answers.js';
import { BusClock } from '../reading/bus-clock.js';
import { sendTagged } from '../reading/tagged.js';
import { exerciseReportView, exerciseReportViewOf } from './exercise-report.view.js';
import { ExerciseLegs, MOST_LEGS } from './exercise-legs.js';

@ApiTags('exercises')
@UseInterceptors(DatabaseAway)
@Controller('v1/exercises')
export class ExercisesController {
  constructor(
    private readonly members: Members,
    private readonly clock: BusClock,
    private readonly legs: ExerciseLegs,
  ) {}

  @Get(':exercise/report')
  @ApiOperation({
    summary: 'What came of an exercise: counts, times, gradings, lessons (mission S7)',
    description: 'The operator reads it at any time, agencies that took part once it has ended.',
  })
  @ApiParam({ name: 'exercise', schema: { type: 'string', example: 'EX-2026-NIGHT' } })
  @ApiRead(exerciseReportView, 'Of all that was submitted into it, so far.', 404)
  @ApiResponse({ status: 404, description: 'EXERCISE_NOT_FOUND: none of that code that the agency takes part in' })
  @ApiResponse({ status: 409, description: 'EXERCISE_STILL_RUNNING: agencies read the report once it has ended' })
  async report(
    @Param('exercise') code: string,
    @CallerOf() caller: Caller,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { exercises, lessons } = this.members.directory.training;
    const exercise = isShown(exercises, code, caller) ? exercises[code] : undefined;
    if (!exercise) throw new ProblemError('EXERCISE_NOT_FOUND');
    // whoever still grades is shown neither the grades of others nor what a case stands for
    if (exercise.status === 'RUNNING' && caller.role !== OPERATOR_ROLE)
      throw new ProblemError('EXERCISE_STILL_RUNNING');
    const legs = await this.legs.of(code);
    const own = lessons.filter(({ exercise: of }) => of === code);
    // what is learnt is about the rules that were in force when it ended
    const at = exercise.status === 'ENDED' ? exercise.since : await this.clock.now();
    const rules = this.members.rulebook.escalation.inForce(at);
    const report = exerciseReport(legs, { exercise: code, rules });
    const parts = { code, exercise, lessons: own, report, complete: legs.length < MOST_LEGS, rules };
    sendTagged(request, reply, exerciseReportViewOf(parts), {});
  }
}
