import type { Problem } from '../../../contracts/index.js';
import { answerProblem } from './answer-problem.js';

describe('answerProblem', () => {
  const problem: Problem = {
    type: 'urn:slussen:problem:wrong-answer',
    title: 'The answer does not fit the question',
    status: 422,
    detail: 'Skriv högst 600 dagar.',
    errors: [{ field: 'value', message: 'Write at most 600 days.' }],
  };
  it('is the server’s own sentence, in the reader’s language', () => {
    expect(answerProblem(problem, 'sv')).toBe('Skriv högst 600 dagar.');
    expect(answerProblem(problem, 'en')).toBe('Write at most 600 days.');
  });
  it('is nothing where the server says nothing', () => {
    expect(answerProblem({ ...problem, detail: '' }, 'sv')).toBeNull();
    expect(answerProblem({ ...problem, errors: undefined }, 'en')).toBeNull();
  });
});
