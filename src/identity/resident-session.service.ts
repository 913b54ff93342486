import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import type { RedeemCode, ResidentSession, SignedInResident } from '../contracts/index.js';
import { isAgeKnown } from '../residents/patient-age.rule.js';
import { Person } from '../residents/person.entity.js';
import { Residents } from '../residents/residents.service.js';
import type { ResidentCaller, VisitorCaller } from './caller.js';
import { CaseAdoption } from './case-adoption.js';
import {
  handsOverAgain,
  mayRenew,
  opens,
  previousIsOver,
  renewableUntil,
  renewed,
  timesOfResident,
  timesOfVisitor,
} from './resident-session.rule.js';
import { ResidentSessionRow, SignIn } from './session.entity.js';
import { handedOverToken, hashToken, newToken, nextToken, TOKEN } from './tokens.js';

/** The sessions of frames: begun without a name, renewed in use, taken over by a person at sign-in, ended. */
@Injectable()
export class ResidentSessions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly residents: Residents,
    private readonly adoption: CaseAdoption,
  ) {}

  /** A new session without a person. */
  async begin(): Promise<ResidentSession> {
    const token = newToken();
    const row = this.dataSource.manager.create(ResidentSessionRow, {
      id: randomUUID(),
      tokenHash: hashToken(token),
      previousTokenHash: null,
      previousGoodUntil: null,
      personId: null,
      endedAt: null,
      ...timesOfVisitor(this.clock.now()),
    });
    await this.dataSource.manager.insert(ResidentSessionRow, row);
    return this.view(row, token);
  }

  /**
   * The caller whose session the token opens. @throws ProblemException `session-expired`, also for unknown
   * tokens
   */
  async authenticate(token: string): Promise<VisitorCaller | ResidentCaller> {
    const hash = hashToken(token);
    const row = TOKEN.test(token) ? await this.findByHash(hash) : null;
    const now = this.clock.now();
    if (!row || !opens(row, hash, now)) throw expired();
    if (row.previousTokenHash && hash === row.tokenHash && previousIsOver(row, now)) {
      await this.dataSource.manager.update(
        ResidentSessionRow,
        { id: row.id, tokenHash: hash },
        { previousTokenHash: null, previousGoodUntil: null },
      );
    }
    return callerOf(row);
  }

  /**
   * A new token for an old one, which may have expired but must still be renewable. @throws `session-expired`
   */
  async renew(token: string): Promise<ResidentSession> {
    if (!TOKEN.test(token)) throw expired();
    const hash = hashToken(token);
    const next = nextToken(token, this.settings.SESSION_SECRET);
    const row = await this.dataSource.transaction(async (manager) => {
      const found = await this.findByHash(hash, manager, true);
      const now = this.clock.now();
      if (!found || !mayRenew(found, hash, now)) throw expired();
      return manager.save(ResidentSessionRow, Object.assign(found, renewed(found, hashToken(next), now)));
    });
    return this.view(row, next);
  }

  /**
   * Makes the session that of the person who signed in with the frame's challenge; the current case becomes
   * theirs. Asked again with the same code and verifier within some minutes, as by a frame that the answer did not
   * reach, it gives the same answer.
   * @throws ProblemException `session-expired` for a code that is unknown, used, too old or made for another
   * frame; `conflict` when someone else is signed in here
   */
  async redeem(
    caller: VisitorCaller | ResidentCaller,
    { code, verifier, caseId }: RedeemCode,
  ): Promise<ResidentSession> {
    const token = handedOverToken(code, verifier, this.settings.SESSION_SECRET);
    const tokenHash = hashToken(token);
    const row = await this.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const session = await manager.findOne(ResidentSessionRow, {
        where: { id: caller.sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!session || session.endedAt) throw expired();
      const fresh = await takeCode(manager, code, verifier, now);
      const before = fresh ? null : await manager.findOneBy(ResidentSessionRow, { tokenHash });
      const again = before && handsOverAgain(before, tokenHash, now) ? before : null;
      const personId = fresh ?? again?.personId;
      if (!personId) {
        throw new ProblemException(
          'session-expired',
          'The sign-in took too long or was used already. Sign in again.',
        );
      }
      if (session.personId && session.personId !== personId) {
        throw new ProblemException(
          'conflict',
          'Someone else is signed in here. Sign out first, then sign in.',
        );
      }
      if (again) return again;
      await this.adoption.adopt(session.id, personId, caseId, manager);
      return manager.save(
        ResidentSessionRow,
        Object.assign(session, timesOfResident(now), {
          personId,
          tokenHash,
          // The token from before the sign-in must not open the session now.
          previousTokenHash: null,
          previousGoodUntil: null,
        }),
      );
    });
    return this.view(row, token);
  }

  /** Ends the session in all tabs, at once. */
  async end(sessionId: string): Promise<void> {
    await this.dataSource.manager.update(
      ResidentSessionRow,
      { id: sessionId },
      { endedAt: this.clock.now() },
    );
  }

  /** Whether the session behind an open socket still exists: not ended, and still renewable. */
  async isLive(caller: VisitorCaller | ResidentCaller): Promise<boolean> {
    const row = await this.dataSource.manager.findOneBy(ResidentSessionRow, { id: caller.sessionId });
    if (!row || row.endedAt || this.clock.now() >= renewableUntil(row)) return false;
    return row.personId === (caller.kind === 'resident' ? caller.personId : null);
  }

  /** What signed-in people see about themselves, with the children they may write for. */
  async person(personId: string): Promise<SignedInResident> {
    const person = await this.dataSource.manager.findOneOrFail(Person, {
      where: { id: personId },
      relations: { listing: true },
    });
    const { id, givenName, familyName, language, listing } = person;
    return {
      id,
      givenName,
      familyName,
      language,
      listing: listing
        ? { id: listing.id, slug: listing.slug, name: listing.name, kind: listing.kind }
        : null,
      ageKnown: isAgeKnown(person),
      children: await this.residents.childrenOf(personId, this.clock.now()),
    };
  }

  /** Deletes what can no longer be used. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.manager.delete(ResidentSessionRow, { renewableUntil: LessThanOrEqual(now) });
    await this.dataSource.manager.delete(SignIn, { expiresAt: LessThanOrEqual(now) });
  }

  private findByHash(
    hash: string,
    manager: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<ResidentSessionRow | null> {
    return manager.findOne(ResidentSessionRow, {
      where: [{ tokenHash: hash }, { previousTokenHash: hash }],
      ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
  }

  private async view(row: ResidentSessionRow, token: string): Promise<ResidentSession> {
    return {
      token,
      expiresAt: row.expiresAt.toISOString(),
      renewableUntil: renewableUntil(row).toISOString(),
      person: row.personId ? await this.person(row.personId) : null,
    };
  }
}

/**
 * Takes a one-time code out of the table: the request that gets the row has used the code, and no other can.
 */
async function takeCode(
  manager: EntityManager,
  code: string,
  verifier: string,
  now: Date,
): Promise<string | null> {
  const taken = await manager
    .createQueryBuilder()
    .delete()
    .from(SignIn)
    .where('code_hash = :code AND frame_challenge = :challenge AND expires_at > :now', {
      code: hashToken(code),
      challenge: hashToken(verifier),
      now,
    })
    .returning('person_id')
    .execute();
  const [row] = taken.raw as { person_id: string }[];
  return row?.person_id ?? null;
}

function callerOf(row: ResidentSessionRow): VisitorCaller | ResidentCaller {
  return row.personId
    ? { kind: 'resident', sessionId: row.id, personId: row.personId }
    : { kind: 'visitor', sessionId: row.id };
}

function expired(): ProblemException {
  return new ProblemException(
    'session-expired',
    'The session has ended. What was sent is kept; begin or sign in again.',
  );
}
