import type { CommandDocs } from '#libs/accepting';
import {
  type LegCommandName,
  type Move as TableMove,
  REFERRAL_STATUSES,
  type Speaker,
  transitionOf,
} from '#libs/domain';
import { batchAnswerSchema, describedBatchSchema } from '../batch/batch.schema.js';
import { submissionSchema } from '../content/submission.schema.js';
import type { Move } from '../moves/move.js';
import { answerSchema, noted, notedSchema } from '../referral/answer.js';
import { EXAMPLE_ID, exampleAnswers, exampleBatch, exampleBatchAnswer, exampleSubmission } from './examples.js';
import { moveRefusals, releaseRefusals, submissionRefusals } from './refusals.js';

export const submitDocs: CommandDocs = {
  summary: 'Submit a referral',
  description:
    'Hands a case to an agency, in codes and counts only: no personal data, no files, no digests of files. ' +
    'What is answered with 201 stands on disk. `Location` is where the referral is read; `Bus-Position` can be ' +
    'given to a read as `Bus-Min-Position`.',
  path: [],
  exampleKey: 'example-submit-00001',
  body: { schema: submissionSchema, example: exampleSubmission },
  answer: {
    status: 201,
    schema: answerSchema,
    example: exampleAnswers.submitted,
    headers: ['Location', 'Bus-Position'],
  },
  refusals: submissionRefusals,
};

export const batchDocs: CommandDocs = {
  summary: 'Submit up to 500 referrals',
  description:
    'One result per item, in the order of the items. Each item has an idempotency key of its own and stands or falls ' +
    'alone; a batch that is sent again repeats the answers of its items. Refused as a whole only for what is wrong ' +
    'with the batch or its sender.',
  path: [],
  exampleKey: null,
  body: { schema: describedBatchSchema, example: exampleBatch },
  answer: { status: 200, schema: batchAnswerSchema, example: exampleBatchAnswer, headers: [] },
  refusals: {},
};

export const requestReleaseDocs: CommandDocs = {
  summary: 'Ask for the release of a referral',
  description:
    'A person of the sender asks another person of the same agency to release a referral: what is sent here is submitted ' +
    'once that person has sent the same to `approve-release`. Until then nobody else knows of it. Agencies that ask for a ' +
    'second person submit in no other way (`RELEASE_REQUIRED`). Vocabulary 2.3.',
  path: [],
  exampleKey: 'example-request-release-01',
  body: { schema: submissionSchema, example: exampleSubmission },
  answer: { status: 201, schema: answerSchema, example: exampleAnswers.asked, headers: ['Location', 'Bus-Position'] },
  refusals: releaseRefusals,
};

/** A command of the table, in the words of the table that the domain is decided by. */
export function moveDocs(move: Move): CommandDocs {
  const { name, schema, example, discreet } = move;
  const [{ to }] = transitionOf(name).moves as [TableMove];
  return {
    summary: name
      .replace('Referral', ' a referral')
      .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    description: descriptionOf(name, discreet),
    path: [{ name: 'id', description: 'Id of the referral.', example: EXAMPLE_ID }],
    exampleKey: `example-${move.route}-0001`,
    body: example ? { schema, example } : null,
    answer: discreet
      ? { status: 202, schema: notedSchema, example: noted, headers: [] }
      : {
          status: 200,
          schema: answerSchema,
          example: { ...exampleAnswers.moved(to), ...move.answer },
          headers: ['Bus-Position'],
        },
    refusals: moveRefusals(move),
  };
}

const speakers: Readonly<Record<Speaker, string | null>> = {
  SENDER: 'the sender',
  RECEIVER: 'the receiver',
  THIRD: 'an agency that is no party',
  CONTACT: 'a national contact of a country concerned, or of one that an open consultation names,',
  HIGHER: "the 24/7 or national contact of the receiver's country",
  ADDRESSED: 'an agency that was called upon',
  TOLD: 'a national contact that was told that the case is stuck',
  POLICY: null,
  CLOCK: null,
};

function descriptionOf(name: LegCommandName, discreet: boolean): string {
  const { says, who, moves, alreadySaid, needs, person, originator, source } = transitionOf(name);
  const speaker = who.flatMap((each) => speakers[each] ?? []).join(' or ');
  const sentences = [
    `${speaker} ${says}.`,
    ...moves.map(({ from, to }) => `${fromText(from)}${to === 'STAYS' ? 'the state stays' : `to ${to}`}.`),
    needs && `It needs ${needs}.`,
    person && 'A named person says it: send `Bus-Person`.',
    originator && 'Only who said a part of the case may say this of it.',
    alreadySaid && 'Said again in the same words it is answered with the state as it is.',
    discreet && 'The answer is the same whether there is such a referral or not.',
    `Vocabulary ${source}.`,
  ];
  return sentences
    .filter((sentence) => typeof sentence === 'string')
    .map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1))
    .join(' ');
}

function fromText(from: readonly string[]): string {
  if (from.length === REFERRAL_STATUSES.length) return 'In any state: ';
  return from.includes('NONE') ? 'Before the submission: ' : `From ${from.join(', ')}: `;
}
