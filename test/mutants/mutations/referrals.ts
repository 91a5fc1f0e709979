import type { Mutation } from '../mutation.js';
import type { Patch } from '../patch.js';

const patch = (file: string, find: string, put: string): Patch => ({ file: `apps/${file}`, find, put });

/** The door of commands. */
export const referralsMutations: readonly Mutation[] = [
  {
    name: 'rules-before-their-date',
    breaks: 'A referral is judged by the rules that are in force when it is submitted.',
    patches: [
      {
        file: 'libs/domain/src/referral/rules.js',
        find: 'inForce: (at) => found(byTime.find(({ from }) => from <= at)),',
        put: 'inForce: () => found(byTime[0]),',
      },
    ],
    scenario: 'rulesToCome',
    caughtBy: ['rules'],
  },
  {
    name: 'answer-of-the-moment',
    breaks: "An answer is a function of its command's events, so that it is repeated byte for byte.",
    patches: [
      patch(
        'referrals/src/referral/answer.js',
        '{ status, since: timeOf(acceptedAt) }',
        '{ status, since: timeOf(Date.now()) }',
      ),
    ],
    scenario: 'day',
    caughtBy: ['answers'],
  },
  {
    name: 'outage-as-success',
    breaks: 'A 2xx says that the command is on the disk.',
    patches: [
      patch(
        'referrals/src/referral/referral-commands.js',
        'return { outcome: await this.journal.handle(command), id: command.key };',
        `const lane = { lane: command.lane, position: 1, vector: [1] };
        const outcome = await this.journal.handle(command).catch((error) => {
            if (error.status !== 503 || command.name === 'SubmitReferral')
                throw error;
            const referral = { status: 'RECEIVED', since: Date.now() };
            return { kind: 'unchanged', state: { referral }, position: lane, repeated: false };
        });
        return { outcome, id: command.key };`,
      ),
    ],
    scenario: 'lockedState',
    caughtBy: ['K1'],
  },
  {
    name: 'key-made-up',
    breaks: "A command is remembered by its caller's key.",
    patches: [
      patch(
        'referrals/src/referral/referral-commands.js',
        'return { actor, correlation, key, sealed: this.journal.sealed, rulebook, membership };',
        'return { actor, correlation, sealed: this.journal.sealed, rulebook, membership, key: key.replace(/.{4}$/, () => Math.random().toString(16).slice(2, 6).padEnd(4, "0")) };',
      ),
    ],
    scenario: 'day',
    caughtBy: ['answers', 'K2'],
  },
];
