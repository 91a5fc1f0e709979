import {
  addRoute,
  COMMAND_BOUNDS,
  type CommandDocs,
  commandOf,
  type Exchange,
  keyedRefusals,
  together,
} from '#libs/accepting';
import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { answerSchema, type MembershipAnswer } from './answer.js';
import { MembershipCommands } from './membership-commands.js';
import { type MembershipWord, type Part, PARTS } from './word.js';
import { exerciseWords } from './exercise-words.js';
import { memberWords } from './member-words.js';
import { rulesWords } from './rules-words.js';

/** Whatever is said of membership: each row of the table is a route. */
@ApiTags('membership: commands')
@Controller('v1/membership')
export class MembershipWordsController {
  constructor(private readonly commands: MembershipCommands) {}

  async say(
    word: MembershipWord,
    parts: Readonly<Record<string, string>>,
    { caller, request, reply }: Exchange,
  ): Promise<MembershipAnswer> {
    const { answer, position } = await this.commands.say(word, { caller, parts, ...commandOf(request) });
    void reply.header('Bus-Position', position);
    return answer;
  }
}

for (const [index, word] of [...memberWords, ...rulesWords, ...exerciseWords].entries()) {
  const route = { method: `say${index}`, path: word.path, docs: docsOf(word), bounds: COMMAND_BOUNDS };
  addRoute(MembershipWordsController.prototype, route, (controller, parts, exchange) =>
    controller.say(word, parts, exchange),
  );
}

function docsOf({ path, summary, description, schema, example, refusals }: MembershipWord): CommandDocs {
  const parts = [...path.matchAll(/:([a-z]+)/g)].map(([, name]) => name as Part);
  return {
    summary,
    description,
    path: parts.map((name) => ({ name, ...PARTS[name] })),
    exampleKey: `example-${path.replaceAll(/[^a-z]+/g, '-')}-0001`,
    body: example === null ? null : { schema, example },
    answer: {
      status: 200,
      schema: answerSchema,
      example: { facts: ['MemberProposed'], at: '2027-01-04T08:00:00.000Z' },
      headers: ['Bus-Position'],
    },
    refusals: together(keyedRefusals, refusals),
  };
}
