import type { ResidentCase } from '../cases.js';
import { type AnswerOf, addressOf, type RequestArgs, type RequestOf, type RoutesWith } from './routes.js';

describe('addressOf', () => {
  it('fills in params and query, each made safe for an address', () => {
    expect(
      addressOf('PUT /api/cases/:caseId/answers/:questionId', {
        params: { caseId: 'a', questionId: 'b/c?' },
        body: { value: 'yes' },
      }),
    ).toEqual({ method: 'PUT', path: '/api/cases/a/answers/b%2Fc%3F' });
    expect(addressOf('GET /api/desk/queue', { query: { scope: 'mine' } }).path).toBe(
      '/api/desk/queue?scope=mine',
    );
    expect(addressOf('GET /api/region', { query: { unit: undefined } }).path).toBe('/api/region');
    expect(addressOf('GET /api/cases').path).toBe('/api/cases');
  });
});

it('what is called otherwise than the map says does not compile', () => {
  const answer: AnswerOf<'GET /api/cases/:caseId'> = {} as ResidentCase;
  const nothing: AnswerOf<'DELETE /api/resident-session'> = undefined;
  // @ts-expect-error the body lacks its text
  const note: RequestOf<'POST /api/desk/cases/:caseId/notes'>['body'] = { id: 'a' };
  // @ts-expect-error the route has another param
  const params: RequestOf<'GET /api/cases/:caseId'>['params'] = { case: 'a' };
  // @ts-expect-error there is no such route
  const route: RequestOf<'GET /api/case'> = {};
  // @ts-expect-error what the route cannot be called without is not left out
  const args: RequestArgs<'GET /api/cases/:caseId'> = [];
  // @ts-expect-error not a file
  const file: RoutesWith<'file'> = 'GET /api/cases';
  expect([answer, nothing, note, params, route, args, file]).toHaveLength(7);
});
