import { jest } from '@jest/globals';
import { type ApiSettings, createApi } from './api.js';

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refusal = (code: string, status: number) =>
  new Response(
    JSON.stringify({ type: `urn:slussen:problem:${code}`, title: code, status, detail: 'what to do' }),
    {
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    },
  );

function api(answers: (Response | Error)[], more: Partial<ApiSettings> = {}) {
  const asked: { path: string; init: RequestInit }[] = [];
  const ask = (async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new TypeError('no answer prepared');
    return answer;
  }) as unknown as typeof fetch;
  const made = createApi({
    credentials: 'omit',
    authorise: () => ({ authorization: 'Bearer x' }),
    fetch: ask,
    wait: async () => undefined,
    ...more,
  });
  return { made, asked };
}

const READ = 'GET /api/cases';
const CHANGE = 'POST /api/resident-session';

describe('createApi', () => {
  it('sends who asks and what, and reads the answer', async () => {
    const { made, asked } = api([json({ id: 1 })]);
    await expect(
      made.call('PUT /api/cases/:caseId/reason', { params: { caseId: 'a' }, body: { flowId: 'ont' } }),
    ).resolves.toEqual({ id: 1 });
    expect(asked[0]?.init).toMatchObject({ method: 'PUT', body: '{"flowId":"ont"}', credentials: 'omit' });
    expect(asked[0]?.init.headers).toMatchObject({
      authorization: 'Bearer x',
      'content-type': 'application/json',
    });
  });

  it('rejects with the problem that the server named', async () => {
    const { made } = api([refusal('time-taken', 409)]);
    await expect(made.call(CHANGE)).rejects.toMatchObject({
      code: 'time-taken',
      message: 'what to do',
      passing: false,
    });
  });

  it('tries a read again when the fault may pass, and a change only once', async () => {
    const away = () => new TypeError('fetch failed');
    await expect(api([away(), refusal('database-away', 503), json('ok')]).made.call(READ)).resolves.toBe(
      'ok',
    );
    const { made, asked } = api([away(), json('ok')]);
    await expect(made.call(CHANGE)).rejects.toMatchObject({ code: 'away', passing: true });
    expect(asked).toHaveLength(1);
  });

  it('does not try again what was refused for good', async () => {
    const { made, asked } = api([refusal('not-found', 404), json('ok')]);
    await expect(made.call(READ)).rejects.toMatchObject({ code: 'not-found' });
    expect(asked).toHaveLength(1);
  });

  it('renews an expired session once and asks again', async () => {
    const renew = jest.fn(async () => true);
    const { made } = api([refusal('session-expired', 401), json('ok')], { renew });
    await expect(made.call(CHANGE)).resolves.toBe('ok');
    const again = api([refusal('session-expired', 401), refusal('session-expired', 401)], { renew });
    await expect(again.made.call(CHANGE)).rejects.toMatchObject({ code: 'session-expired' });
    const ended = api([refusal('session-expired', 401)], { renew: async () => false });
    await expect(ended.made.call(CHANGE)).rejects.toMatchObject({ code: 'session-expired' });
  });

  it('gives up after the time limit', async () => {
    const never = ((_path: string, init: RequestInit) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      })) as unknown as typeof fetch;
    const { made } = api([], { fetch: never, timeoutMs: 5 });
    await expect(made.call(CHANGE)).rejects.toMatchObject({ code: 'timeout', passing: true });
  });

  it('understands an answer that is no problem and an answer without content', async () => {
    await expect(api([new Response('<html>', { status: 502 })]).made.call(CHANGE)).rejects.toMatchObject({
      code: 'internal',
      passing: true,
    });
    await expect(
      api([new Response(null, { status: 204 })]).made.call('DELETE /api/resident-session'),
    ).resolves.toBeUndefined();
  });
});
