import { expect } from '@jest/globals';
import { exampleSubmission } from '../api-docs/examples.js';
import { type Answer, newKey, outcome, type SpecApp, type SpecClient } from '../referrals-app.fixtures.js';

/** What one agency says of one referral. */
export type Say = (command: string, body?: object, person?: string) => Promise<Answer>;

/** The agencies of a case, each by its backend: the sender, the receiver, and two that are no party. */
export interface Parties {
  readonly sender: SpecClient;
  readonly receiver: SpecClient;
  readonly third: SpecClient;
  readonly next: SpecClient;
}

export async function partiesOf(app: SpecApp): Promise<Parties> {
  const [sender, receiver, third, next] = await Promise.all(
    ['US-CLEAR', 'PH-WCPC', 'GB-NCP', 'AU-NCP'].map((agency) => app.client(agency)),
  );
  if (!sender || !receiver || !third || !next) throw new RangeError('an agency is missing');
  return { sender, receiver, third, next };
}

/** A referral that was submitted, P3 unless told otherwise, and what each side says of it. */
export interface Case {
  readonly id: string;
  readonly sender: Say;
  readonly receiver: Say;
  readonly third: Say;
}

export async function newCase(parties: Parties, changes: object = {}): Promise<Case> {
  const submission = { ...exampleSubmission, priority: { level: 'P3', reasons: ['IDENTIFIED_SUSPECT'] }, ...changes };
  const answer = await parties.sender.post('/v1/referrals', submission, newKey());
  expect(outcome(answer)).toEqual([201, undefined]);
  const { id } = answer.json<{ id: string }>();
  const { sender, receiver, third } = parties;
  return { id, sender: says(sender, id), receiver: says(receiver, id), third: says(third, id) };
}

export const says =
  (client: SpecClient, id: string): Say =>
  (command, body, person = 'officer-7') =>
    client.post(`/v1/referrals/${id}/${command}`, body, { ...newKey(), 'bus-person': person });

/** Status in the answer of a command that was accepted; `stays` where the referral is as it was. */
export async function status(answer: Promise<Answer>): Promise<string> {
  const given = await answer;
  expect(outcome(given)).toEqual([200, undefined]);
  return given.json<{ status?: string }>().status ?? 'stays';
}

/** HTTP status and code of a command that was refused. */
export const refusal = async (answer: Promise<Answer>): Promise<unknown[]> => outcome(await answer);

/** A referral that its receiver has taken on. */
export async function acceptedCase(parties: Parties, changes: object = {}): Promise<Case> {
  const taken = await newCase(parties, changes);
  expect(await status(taken.receiver('acknowledge'))).toBe('ACKNOWLEDGED');
  expect(await status(taken.receiver('accept', { scope: 'FULL' }))).toBe('ACCEPTED');
  return taken;
}
