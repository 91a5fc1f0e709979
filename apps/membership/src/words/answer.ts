import type { RecordedEvent } from '#libs/contracts';
import type { Outcome } from '#libs/journal';
import { z } from 'zod';

/** What a command is answered with: a function of its events alone. */
export const answerSchema = z.strictObject({
  facts: z.array(z.string()).meta({ description: 'Events that the command made; none where it said nothing new.' }),
  at: z.iso.datetime().nullable().meta({ description: 'When it was accepted, by the clock of the bus.' }),
  proposal: z.uuid().optional().meta({ description: 'Of an agency: what the second person names to admit it.' }),
  change: z.string().optional().meta({ description: 'Id of the proposal, where one was made or decided on.' }),
});

export type MembershipAnswer = z.output<typeof answerSchema>;

type OfChange = Extract<RecordedEvent, { type: (typeof ofChange)[number] }>;

const ofChange = ['ChangeProposed', 'ChangeApproved', 'ChangeDeclined', 'ChangeWithdrawn'] as const;
const isOfChange = (event: RecordedEvent): event is OfChange => ofChange.some((type) => type === event.type);

export function answerTo(outcome: Outcome): MembershipAnswer {
  if (outcome.kind === 'unchanged') return { facts: [], at: null };
  const { events } = outcome;
  const at = events[0]?.meta.acceptedAt;
  const proposed = events.find(({ type }) => type === 'MemberProposed');
  const said = events.find(isOfChange);
  return {
    facts: events.map(({ type }) => type),
    at: at === undefined ? null : new Date(at).toISOString(),
    ...(proposed && { proposal: proposed.meta.eventId }),
    ...(said && { change: said.data.change }),
  };
}
