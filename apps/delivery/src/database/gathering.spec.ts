import { describe, expect, it } from '@jest/globals';
import { type Gathered, Gathering } from './gathering.js';

type Ask = Gathered<string, string>['ask'];

/** Gathers questions, and keeps every round that was asked. */
function gathering(ask: Ask, keyed = false): { gathered: Gathering<string, string>; rounds: string[] } {
  const rounds: string[] = [];
  const gathered = new Gathering<string, string>({
    ...(keyed && { keyOf: (question: string) => question }),
    ask: (questions, alone) => {
      rounds.push(`${questions.join()}${alone ? ' alone' : ''}`);
      return ask(questions, alone);
    },
  });
  return { gathered, rounds };
}

const answered: Ask = (questions) => Promise.resolve(questions.map((each) => `${each}!`));
const refusedWith = (code: string): Error => Object.assign(new Error('refused'), { code });

describe('questions of many to the database', () => {
  it('are one, and those that come meanwhile the next', async () => {
    const open = Promise.withResolvers<void>();
    const { gathered, rounds } = gathering(async (questions, alone) => {
      await open.promise;
      return answered(questions, alone);
    });
    const first = ['a', 'b'].map((each) => gathered.answer(each));
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const next = ['c', 'd'].map((each) => gathered.answer(each));
    open.resolve();
    expect(await Promise.all([...first, ...next])).toEqual(['a!', 'b!', 'c!', 'd!']);
    expect(rounds).toEqual(['a,b', 'c,d']);
    expect(await gathered.answer('e')).toBe('e!');
  });

  it('are at most so many in one, and never two of the same where that is said', async () => {
    const { gathered, rounds } = gathering(answered, true);
    const asked = [...Array.from({ length: 70 }, (_, nth) => `q${nth}`), 'q0'];
    await Promise.all(asked.map((each) => gathered.answer(each)));
    expect(rounds.map((round) => round.split(',').length)).toEqual([64, 7]);
  });

  it('wait alone for what another holds', async () => {
    const held = Promise.withResolvers<string[]>();
    const { gathered, rounds } = gathering((questions, alone) =>
      alone ? held.promise : Promise.resolve(questions.map((each) => (each === 'held' ? undefined : `${each}!`))),
    );
    const waiting = gathered.answer('held');
    expect(await Promise.all(['a', 'b'].map((each) => gathered.answer(each)))).toEqual(['a!', 'b!']);
    expect(await gathered.answer('c')).toBe('c!');
    held.resolve(['at last']);
    expect(await waiting).toBe('at last');
    expect(rounds).toEqual(['held,a,b', 'held alone', 'c']);
  });

  it.each(['22P05', '23505', '40P01', '54000'])(
    'are asked one by one where one of them is refused (%s)',
    async (code) => {
      const { gathered, rounds } = gathering((questions, alone) =>
        questions.includes('bad') ? Promise.reject(refusedWith(code)) : answered(questions, alone),
      );
      const asked = await Promise.allSettled(['a', 'bad', 'b'].map((each) => gathered.answer(each)));
      expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(rounds).toEqual(['a,bad,b', 'a alone', 'bad alone', 'b alone']);
    },
  );

  it('fail together while the database is away', async () => {
    const { gathered, rounds } = gathering(() => Promise.reject(refusedWith('ECONNREFUSED')));
    const asked = await Promise.allSettled(['a', 'b'].map((each) => gathered.answer(each)));
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(rounds).toEqual(['a,b']);
  });
});
