import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import { repeat } from '../config/repeat.js';
import type { DeviceCode, DeviceCodeState, RedeemDeviceCode } from '../contracts/index.js';
import { SharedLimits } from '../database/shared-limits.js';
import type { ResidentCaller, VisitorCaller } from '../identity/caller.js';
import { Cases } from './case.service.js';
import { personName } from './case-views.js';
import { DeviceCodeRow } from './device-code.entity.js';
import { DEVICE_CODE_MS, deviceCodeState, newDeviceCode, readDeviceCode } from './device-code.rule.js';
import { residentEntry } from './timeline-actors.js';
import { mayAct } from './who-may-act.rule.js';

const seconds = 600;
/**
 * Tries in ten minutes, over all processes. There are 5 · 10¹¹ codes: with a thousand of them open at a time, one of all
 * the tries that are let through in ten minutes hits with a chance of 1 in 170,000.
 */
const LIMITS = {
  perSession: { name: 'code-by-session', points: 12, seconds },
  perAddress: { name: 'code-by-address', points: 60, seconds },
  altogether: { name: 'code', points: 3_000, seconds },
  madePerCase: { name: 'code-made', points: 12, seconds },
} as const;
const SWEEP_MS = 15 * 60_000;
/** For so long after its end a code still answers what became of it. */
const KEPT_MS = 24 * 3_600_000;

/**
 * One-time codes by which a case that was begun without a name goes on at another device. The case moves: a code
 * that somebody else got hold of is noticed where it was made, and nobody reads along.
 */
@Injectable()
export class DeviceCodes implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop?: () => void;
  constructor(
    private readonly cases: Cases,
    private readonly limits: SharedLimits,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(DeviceCodes.name, SWEEP_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /**
   * A new code for a case; the one before it is void.
   * @throws ProblemException not-found, wrong-state, conflict when its writer has signed in, too-many-requests
   */
  async make(caller: VisitorCaller | ResidentCaller, caseId: string): Promise<DeviceCode> {
    const id = randomUUID();
    const validUntil = new Date(this.clock.now().getTime() + DEVICE_CODE_MS);
    let code = '';
    await this.cases.act(caller, caseId, 'carry', undefined, async (careCase, manager) => {
      if (careCase.residentId) {
        throw new ProblemException('conflict', 'Sign in on the other device: the case is there already.');
      }
      await this.limits.count(LIMITS.madePerCase, caseId, manager);
      code = await this.freshCode(manager);
      const codeHash = this.hash(code);
      const row = { caseId, id, codeHash, madeBySessionId: caller.sessionId, validUntil, usedAt: null };
      await manager.upsert(DeviceCodeRow, row, ['caseId']);
      return null;
    });
    return { id, code, validUntil: validUntil.toISOString() };
  }

  /** What became of a code that this session made. @throws ProblemException not-found, also for another session's code */
  async state(caller: VisitorCaller | ResidentCaller, id: string): Promise<DeviceCodeState> {
    const kept = await this.manager.findOneBy(DeviceCodeRow, { id, madeBySessionId: caller.sessionId });
    if (!kept) throw new ProblemException('not-found', 'There is no such code that was made here.');
    return { state: deviceCodeState(kept, this.clock.now()) };
  }

  /**
   * Moves the case of a code to the caller's session, once. Who is signed in must say that it becomes theirs: a shared
   * device may be signed in as somebody else.
   The same again from there changes nothing.
   * @returns the case's id
   * @throws ProblemException bad-input; wrong-code alike for unknown, used and expired codes; too-many-requests
   */
  async redeem(
    caller: VisitorCaller | ResidentCaller,
    address: string,
    { code: typed, asPerson = false }: RedeemDeviceCode,
  ): Promise<string> {
    if (caller.kind === 'resident' && !asPerson) {
      const message = 'must be true, as you are signed in: the case then is yours, everywhere and for good';
      throw badInput([{ field: 'asPerson', message }]);
    }
    const code = readDeviceCode(typed);
    if (!code) throw badInput([{ field: 'code', message: 'must be the eight letters and digits of a code' }]);
    // Counted before it is looked at, so that many at once are no more tries than one after another.
    await this.limits.count(LIMITS.perSession, caller.sessionId);
    await this.limits.count(LIMITS.perAddress, address);
    await this.limits.count(LIMITS.altogether, 'all');
    const codeHash = this.hash(code);
    const caseId = await this.move(caller, codeHash);
    await Promise.all([
      this.limits.reward(LIMITS.perSession, caller.sessionId),
      this.limits.reward(LIMITS.perAddress, address),
      this.limits.reward(LIMITS.altogether, 'all'),
    ]);
    return caseId;
  }

  /** Forgets codes that nobody asks for any more. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.manager.delete(DeviceCodeRow, { validUntil: LessThan(before) });
  }

  private async move(caller: VisitorCaller | ResidentCaller, codeHash: string): Promise<string> {
    const found = await this.manager.findOneBy(DeviceCodeRow, { codeHash });
    if (!found) throw wrongCode();
    await this.cases.change(found.caseId, async (careCase, manager, now) => {
      // As it is under the lock of the case: of two devices at once one is first.
      const kept = await manager.findOneBy(DeviceCodeRow, { codeHash });
      if (!kept || now >= kept.validUntil) throw wrongCode();
      if (careCase.sessionId === caller.sessionId) return null;
      const nameless = careCase.residentId === null && mayAct('carry', ['visitor'], careCase.state);
      if (deviceCodeState(kept, now) !== 'open' || !nameless) throw wrongCode();
      await manager.update(DeviceCodeRow, { codeHash }, { usedAt: now });
      const personId = caller.kind === 'resident' ? caller.personId : null;
      const person = personId ? await personName(manager, personId) : null;
      const name = person && `${person.givenName} ${person.familyName}`;
      return {
        patch: { sessionId: caller.sessionId, residentId: personId },
        entries: [residentEntry('carried', {}, { name, personId })],
      };
    });
    return found.caseId;
  }

  private async freshCode(manager: EntityManager): Promise<string> {
    const code = newDeviceCode((below) => randomInt(below));
    const taken = await manager.existsBy(DeviceCodeRow, { codeHash: this.hash(code) });
    return taken ? this.freshCode(manager) : code;
  }

  private hash(code: string): string {
    return createHmac('sha256', `device-code:${this.settings.SESSION_SECRET}`)
      .update(code)
      .digest('base64url');
  }

  private get manager(): EntityManager {
    return this.cases.dataSource.manager;
  }
}

/** One answer, so that nobody learns which codes there are. */
function wrongCode(): ProblemException {
  return new ProblemException(
    'wrong-code',
    'The code is not right, has been used, or has run out. Have a new one shown on the other device.',
  );
}
