import { readContent, type Refusals } from '#libs/accepting';
import { type Directory, type LegCommand, type LegCommandName, routeOf, transitionOf } from '#libs/domain';
import type { CommandMeta } from '#libs/kernel';
import type { z } from 'zod';
import type { Origin } from '../referral/origin.js';

/** The commands on an existing leg that agencies say. A release is asked for before there is a leg; the others are the bus's own. */
export type MoveName = Exclude<
  LegCommandName,
  | 'SubmitReferral'
  | 'RequestRelease'
  | 'ExpireReferral'
  | 'CompleteHandover'
  | 'ReturnForward'
  | 'AdvanceEvidence'
  | 'RunClocks'
>;

type CommandOf<Name extends MoveName> = Extract<LegCommand, { type: Name }>;

/** What words may depend on beside the content. */
export interface About {
  readonly id: string;
  readonly directory: Directory;
  readonly origin: Origin;
}

/** A row of the table: how the content of a command is read, what is said with it, and how the API describes it. */
export interface MoveRow<Name extends MoveName, Schema extends z.ZodType<object>> {
  readonly schema: Schema;
  /** @throws DomainError 422 for content that no state of the leg would allow */
  said(content: z.output<Schema>, about: About): Omit<CommandOf<Name>, 'type' | 'meta'>;
  /** Of what is submitted by it: whether it is of an exercise, and when its sender says that it sent it. */
  sent?(content: z.output<Schema>): Sent;
  /** Content that works when sent as it is, apart from ids; none where the command needs no words. */
  readonly example?: object;
  /** What the answer has beside status or time. */
  readonly answer?: object;
  /** Codes beside those that the table of transitions gives. */
  readonly refusals?: Refusals;
}

interface Sent {
  readonly synthetic: boolean;
  readonly claimedAt: number | null;
}

/** A command as it was read. */
export interface Reading {
  /** For the text that says whether two requests mean the same. */
  readonly content: object;
  readonly sent: Sent | null;
  readonly command: (meta: CommandMeta) => LegCommand;
}

export interface Move extends Pick<MoveRow<MoveName, z.ZodType<object>>, 'schema' | 'example' | 'answer' | 'refusals'> {
  readonly name: MoveName;
  /** Its words in the path. */
  readonly route: string;
  /** Said by who must not learn whether there is such a referral: whatever comes of it is answered alike (design 5). */
  readonly discreet: boolean;
  /** @throws ProblemError CONTENT_INVALID; DomainError 422 */
  read(body: unknown, about: About): Reading;
}

export function move<Name extends MoveName, Schema extends z.ZodType<object>>(
  name: Name,
  row: MoveRow<Name, Schema>,
): Move {
  const { schema, example, answer, refusals } = row;
  return {
    ...{ name, schema, example, answer, refusals },
    route: routeOf(name),
    discreet: transitionOf(name).who.every((speaker) => speaker === 'THIRD'),
    read(body, about) {
      const content = readContent(schema, body);
      const said = row.said(content, about);
      // each row says the words of its own command, which the union of all cannot follow
      const command = (meta: CommandMeta): LegCommand => ({ type: name, meta, ...said }) as unknown as LegCommand;
      return { content, sent: row.sent?.(content) ?? null, command };
    },
  };
}
