import type { ProblemException } from '../config/problem.exception.js';
import { Turns } from './turns.js';

describe('turns', () => {
  let done: string[];
  let ends: (() => void)[];
  let turns: Turns;
  const take = (whose: string, name: string) =>
    turns.take(whose, async () => {
      await new Promise<void>((end) => ends.push(end));
      done.push(name);
      return name;
    });
  beforeEach(() => {
    done = [];
    ends = [];
    turns = new Turns();
  });
  const end = async (turn: Promise<string>) => {
    ends.shift()?.();
    await turn;
  };

  it('begin one at a time for each person, and of those that wait the newest alone', async () => {
    const first = take('anna', 'first');
    const others = [take('anna', 'second'), take('anna', 'third')].map((turn) =>
      turn.catch(({ problem }: ProblemException) => problem.detail),
    );
    const last = take('anna', 'last');
    const sara = take('sara', 'sara');
    // What they see in that tab is not what they asked for last.
    const told = expect.stringMatching(/was not done.*again/);
    expect(await Promise.all(others)).toEqual([told, told]);
    expect(ends).toHaveLength(2);
    await end(first);
    await end(sara);
    expect(ends).toHaveLength(1);
    await end(last);
    expect(done).toEqual(['first', 'sara', 'last']);
  });

  it('pass on when something fails, and begin at once when nothing waits', async () => {
    const failing = turns.take('anna', () => Promise.reject(new Error('failed')));
    const next = turns.take('anna', async () => 'next');
    await expect(failing).rejects.toThrow('failed');
    expect(await next).toBe('next');
    expect(await turns.take('anna', async () => 'again')).toBe('again');
  });
});
