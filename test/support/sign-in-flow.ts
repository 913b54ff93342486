import { createHash, randomBytes } from 'node:crypto';
import type { Problem, ResidentSession, StaffSession } from '../../src/contracts/index.js';
import type { TestApp } from './app.js';
import { Browser } from './browser.js';

export interface Pkce {
  verifier: string;
  challenge: string;
}

export interface Answer<T> {
  status: number;
  body: T;
}

/** A verifier as a frame keeps it, with its S256 challenge. */
export function newPkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The one-time code on the last page of a resident's sign-in. */
export const codeOf = (html: string): string => /data-code="([^"]+)"/.exec(html)?.[1] ?? '';

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** The button of the page of persons that carries that name. */
export function personId(html: string, name: string): string {
  const id = new RegExp(`value="([^"]+)"><strong>${name}</strong>`).exec(html)?.[1];
  if (!id) throw new Error(`${name} is not on the page`);
  return id;
}

export function expectProblem(answer: Answer<unknown>, status: number, code: string): void {
  expect([answer.status, (answer.body as Problem).type]).toEqual([status, `urn:slussen:problem:${code}`]);
}

/** The problem that a response carries. */
export async function problemOf(response: Response): Promise<Answer<unknown>> {
  expect(response.headers.get('content-type')).toMatch(/application\/problem\+json/);
  return { status: response.status, body: await response.json() };
}

/** The steps of signing in, one by one, as a browser and a frame take them. */
export class SignInFlow {
  constructor(private readonly server: TestApp) {}

  async api<T>(
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.server.origin + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as T };
  }

  /** A frame's session without a name. */
  async begin(): Promise<ResidentSession> {
    return (await this.api<ResidentSession>('POST', '/api/resident-session')).body;
  }

  browser(): Browser {
    return new Browser(this.server.origin);
  }

  /** From the beginning of a sign-in to the page at its end, as the person of that name. */
  async choose(browser: Browser, start: string, name: string): Promise<Response> {
    const page = await browser.go(start);
    return browser.post(page.url, { person: personId(await page.text(), name) });
  }

  /** The whole of a resident's sign-in, to the code on the last page. */
  async residentCode(name: string, pkce: Pkce): Promise<string> {
    const end = await this.choose(this.browser(), `/sign-in/resident?challenge=${pkce.challenge}`, name);
    expect(end.status).toBe(200);
    return codeOf(await end.text());
  }

  redeem(token: string, body: unknown): Promise<Answer<ResidentSession>> {
    return this.api<ResidentSession>('POST', '/api/resident-session/redeem', {
      headers: bearer(token),
      body,
    });
  }

  async signInResident(name: string, session?: ResidentSession): Promise<ResidentSession> {
    const visitor = session ?? (await this.begin());
    const pkce = newPkce();
    const code = await this.residentCode(name, pkce);
    const answer = await this.redeem(visitor.token, { code, verifier: pkce.verifier });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async signInStaff(name: string): Promise<{ browser: Browser; session: StaffSession }> {
    const browser = this.browser();
    await this.choose(browser, '/sign-in/staff', name);
    const me = await browser.go('/api/staff/me');
    expect(me.status).toBe(200);
    return { browser, session: (await me.json()) as StaffSession };
  }

  /** A member of staff of the demo with that many commissions. */
  async staffName(commissions: 'one' | 'several'): Promise<string> {
    const [row] = await this.server.dataSource.query(
      `SELECT given_name || ' ' || family_name AS name FROM staff JOIN commission ON staff_id = staff.id
       GROUP BY staff.id HAVING count(*) ${commissions === 'one' ? '= 1' : '> 1'} ORDER BY staff.id LIMIT 1`,
    );
    return row.name;
  }
}
