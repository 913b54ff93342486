import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type {
  AnswerValue,
  ClientEvents,
  Commission,
  Problem,
  QuestionView,
  ResidentCase,
  ResidentSession,
  ServerEvents,
  StaffSession,
  StartCase,
} from '../../src/contracts/index.js';
import { Browser } from './browser.js';
import { expectDescribed } from './described-answers.js';

/** Goes through the demo's provider: opens the sign-in, chooses a person, and comes back. */
async function chooseAt(browser: Browser, path: string, who: RegExp): Promise<string> {
  const choice = await browser.go(path);
  const buttons = [
    ...(await choice.text()).matchAll(/<button name="person" value="([^"]+)">(.*?)<\/button>/gs),
  ];
  const found = buttons.filter(([, , label]) => who.test((label ?? '').replace(/<[^>]+>/g, '')));
  if (found.length !== 1) throw new Error(`${found.length} persons match ${who} at ${choice.url}`);
  return (await browser.post(choice.url, { person: found[0]?.[1] ?? '' })).text();
}

export type ApiSocket = Socket<ServerEvents, ClientEvents>;

/** What a response was: its status, and its body as one or the other. */
export interface Answered<T> {
  status: number;
  body: T;
  problem: Problem;
}

/** Someone who calls the API, with what they send along. */
export class ApiUser {
  constructor(
    readonly origin: string,
    protected headers: Record<string, string>,
  ) {}

  async call<T>(method: string, path: string, body?: unknown): Promise<Answered<T>> {
    const isForm = body instanceof FormData;
    const url = new URL(path, this.origin);
    const response = await fetch(url, {
      method,
      headers: {
        ...this.headers,
        ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
      },
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
    });
    const type = response.headers.get('content-type') ?? '';
    const answer: unknown = /json/.test(type)
      ? await response.json()
      : Buffer.from(await response.arrayBuffer());
    const isNothing = Buffer.isBuffer(answer) && answer.length === 0;
    const { status } = response;
    await expectDescribed(url, method, { status, type, body: isNothing ? undefined : answer });
    return { status: response.status, body: answer as T, problem: answer as Problem };
  }

  /** Calls, and expects it to go well. */
  async ok<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call<T>(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.problem)}`);
    return answer.body;
  }

  protected connect(options: object): Promise<ApiSocket> {
    const socket: ApiSocket = io(this.origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...options,
    });
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
  }
}

/** A resident in a frame, signed in or not. */
export class Resident extends ApiUser {
  token: string;

  private constructor(origin: string, session: ResidentSession) {
    super(origin, { authorization: `Bearer ${session.token}` });
    this.token = session.token;
  }

  static async visit(origin: string): Promise<Resident> {
    const nobody = new ApiUser(origin, {});
    return new Resident(origin, await nobody.ok<ResidentSession>('POST', '/api/resident-session'));
  }

  static async signedIn(origin: string, who: RegExp): Promise<Resident> {
    const resident = await Resident.visit(origin);
    await resident.signIn(who);
    return resident;
  }

  /** Signs in through the provider, and keeps what was begun. */
  async signIn(who: RegExp): Promise<ResidentSession> {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const page = await chooseAt(new Browser(this.origin), `/sign-in/resident?challenge=${challenge}`, who);
    const code = /data-code="([^"]+)"/.exec(page)?.[1];
    if (!code) throw new Error(`No code was handed over: ${page.slice(0, 300)}`);
    const session = await this.ok<ResidentSession>('POST', '/api/resident-session/redeem', {
      code,
      verifier,
    });
    this.token = session.token;
    this.headers = { authorization: `Bearer ${session.token}` };
    return session;
  }

  socket(): Promise<ApiSocket> {
    return this.connect({ auth: { token: this.token } });
  }

  start(words: string, more: Partial<StartCase> = {}): Promise<ResidentCase> {
    return this.ok<ResidentCase>('POST', '/api/cases', {
      id: randomUUID(),
      words,
      about: 'me',
      patientId: null,
      patientAgeMonths: 35 * 12,
      patientSex: null,
      language: 'sv',
      unit: null,
      ...more,
    });
  }

  /** Picks a contact reason and answers what is asked: as the test says, else calmly ("none of these", "no"). */
  async answer(
    caseId: string,
    flowId: string,
    answers: Record<string, AnswerValue> = {},
  ): Promise<ResidentCase> {
    let seen = await this.ok<ResidentCase>('PUT', `/api/cases/${caseId}/reason`, { flowId });
    while (seen.triage?.question) {
      const { question } = seen.triage;
      const value = question.id in answers ? answers[question.id] : calmAnswer(question);
      seen = await this.ok<ResidentCase>('PUT', `/api/cases/${caseId}/answers/${question.id}`, { value });
    }
    return seen;
  }
}

/** Among the options of one question: what nobody is worse off with. */
const CALM = new Set(['none', 'no', 'same', 'male']);

/** What someone answers who has nothing to complain of. */
export function calmAnswer(question: QuestionView): AnswerValue {
  switch (question.kind) {
    case 'several':
      return (question.options ?? []).filter(({ exclusive }) => exclusive).map(({ id }) => id);
    case 'yes-no':
      return 'no';
    case 'scale':
    case 'number':
      return question.min ?? 0;
    case 'duration':
      return { amount: 2, unit: 'days' };
    case 'image':
    case 'text':
    case 'date':
      return null;
    case 'one': {
      const calm = question.options?.find(({ id }) => CALM.has(id));
      if (!calm) throw new Error(`The test must say what is answered to ${question.id}`);
      return calm.id;
    }
  }
}

/** A member of staff at the desk, in a commission. */
export class StaffMember extends ApiUser {
  private constructor(
    origin: string,
    readonly cookie: string,
    readonly session: StaffSession,
  ) {
    super(origin, { cookie, origin, 'x-csrf-token': session.csrfToken });
  }

  /** @param unit part of the unit's name, to choose among several commissions */
  static async signedIn(origin: string, who: RegExp, unit?: string): Promise<StaffMember> {
    const browser = new Browser(origin);
    await chooseAt(browser, '/sign-in/staff', who);
    const cookie = `slussen-staff=${browser.cookie('slussen-staff')?.value}`;
    const signedIn = new ApiUser(origin, { cookie, origin });
    const session = await signedIn.ok<StaffSession>('GET', '/api/staff/me');
    const member = new StaffMember(origin, cookie, session);
    const chosen = session.commissions.find((each: Commission) => !unit || each.unit.name.includes(unit));
    await member.ok('PUT', '/api/staff/commission', { commissionId: chosen?.id });
    return member;
  }

  socket(): Promise<ApiSocket> {
    return this.connect({ extraHeaders: { cookie: this.cookie, origin: this.origin } });
  }

  /** Claims the case in greatest need, however many they have already. */
  async next(): Promise<string | null> {
    const body = { id: randomUUID(), beyond: true };
    return (await this.ok<{ caseId: string | null }>('POST', '/api/desk/claims', body)).caseId;
  }
}
