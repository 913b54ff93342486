import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { Commission, Staff } from '../care-units/staff.entity.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import type { Commission as CommissionView, StaffSession } from '../contracts/index.js';
import type { CommissionCaller, StaffCaller } from './caller.js';
import { STAFF_MAX_MS } from './session-times.js';
import type { StaffSessionData } from './staff-session.js';
import { newToken } from './tokens.js';

/** Staff's sessions: begun at sign-in, one commission for each, ended for all tabs at once. */
@Injectable()
export class StaffSessions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly careUnits: CareUnits,
  ) {}

  /**
   * Begins a session under a new cookie value, so that one known from before the sign-in is worthless.
   * Signing in makes staff available for new cases again, whatever they had set before.
   * @param commissionId the commission that is chosen already, else null
   */
  async begin(request: Request, staffId: string, commissionId: string | null): Promise<void> {
    await finished((done) => request.session.regenerate(done));
    if (commissionId) await this.careUnits.setAvailable(commissionId, true);
    request.session.staff = {
      sessionId: randomUUID(),
      staffId,
      commissionId,
      csrfToken: newToken(),
      signedInAt: this.clock.now().toISOString(),
    };
    await finished((done) => request.session.save(done));
  }

  /** The caller of a session; null when it is too old or its staff member or commission is gone. */
  async callerOf(data: StaffSessionData): Promise<StaffCaller | CommissionCaller | null> {
    if (this.clock.now().getTime() - Date.parse(data.signedInAt) >= STAFF_MAX_MS) return null;
    const { sessionId, staffId, commissionId } = data;
    if (!commissionId) {
      const known = await this.dataSource.manager.existsBy(Staff, { id: staffId });
      return known ? { kind: 'staff', sessionId, staffId } : null;
    }
    const commission = await this.dataSource.manager.findOne(Commission, {
      where: { id: commissionId, staffId },
      relations: { staff: true, unit: true },
    });
    if (!commission?.staff || !commission.unit) return null;
    const { staff, unit } = commission;
    return {
      kind: 'commission',
      sessionId,
      staffId,
      staffHsaId: staff.hsaId,
      staffName: `${staff.givenName} ${staff.familyName}`,
      commissionId,
      commissionHsaId: commission.hsaId,
      role: commission.role,
      unitId: unit.id,
      unitHsaId: unit.hsaId,
      unitName: unit.name,
      manages: commission.manages,
    };
  }

  /**
   * Chooses the commission of the session, which then takes new cases; the same choice again changes nothing.
   * @throws ProblemException `bad-input` for a commission that is not theirs, `conflict` for a second choice,
   * `session-expired` when the session has ended meanwhile
   */
  async choose(request: Request, staffId: string, commissionId: string): Promise<void> {
    if (!(await this.dataSource.manager.existsBy(Commission, { id: commissionId, staffId }))) {
      throw new ProblemException('bad-input', 'Choose one of your own commissions.', [
        {
          field: 'commissionId',
          message: 'must be the id of one of your commissions, as GET /api/staff/me lists them',
        },
      ]);
    }
    // One statement, so that the first of two simultaneous choices stays.
    const [, chosen]: [unknown, number] = await this.dataSource.query(
      `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,commissionId}', to_jsonb($2::text))::json
       WHERE sid = $1 AND sess->'staff'->>'commissionId' IS NULL`,
      [request.sessionID, commissionId],
    );
    if (chosen > 0) await this.careUnits.setAvailable(commissionId, true);
    const [now]: { staff: StaffSessionData }[] = await this.dataSource.query(
      `SELECT sess->'staff' AS staff FROM web_session WHERE sid = $1`,
      [request.sessionID],
    );
    if (!now) throw sessionOver();
    request.session.staff = now.staff;
    if (now.staff.commissionId !== commissionId) {
      throw new ProblemException(
        'conflict',
        'Another commission is chosen for this session. Sign out and in again to change it.',
      );
    }
  }

  /** Whether the staff member is signed in to the same commission in another browser too. */
  async isElsewhere({ sessionId, commissionId }: CommissionCaller): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM web_session WHERE sess->'staff'->>'commissionId' = $1
         AND sess->'staff'->>'sessionId' <> $2 AND expire >= now() LIMIT 1`,
      [commissionId, sessionId],
    );
    return rows.length > 0;
  }

  /** What the desk is told about the signed-in staff member. */
  async view(data: StaffSessionData): Promise<StaffSession> {
    const { manager } = this.dataSource;
    const staff = await manager.findOneByOrFail(Staff, { id: data.staffId });
    const commissions = await manager.find(Commission, {
      where: { staffId: data.staffId },
      relations: { unit: true },
    });
    const views = commissions
      .map(commissionView)
      .sort((a, b) => a.unit.name.localeCompare(b.unit.name, 'sv') || a.role.localeCompare(b.role));
    return {
      id: staff.id,
      name: `${staff.givenName} ${staff.familyName}`,
      commissions: views,
      commission: views.find((each) => each.id === data.commissionId) ?? null,
      endsAt: new Date(Date.parse(data.signedInAt) + STAFF_MAX_MS).toISOString(),
      csrfToken: data.csrfToken,
    };
  }

  /** Ends the session in all tabs, at once. */
  async end(request: Request): Promise<void> {
    await finished((done) => request.session.destroy(done));
  }

  /** The caller of a session as they are now; null when it is over. */
  async callerNow({
    sessionId,
  }: StaffCaller | CommissionCaller): Promise<StaffCaller | CommissionCaller | null> {
    // `expire` belongs to the store and follows the real clock.
    const rows: { staff: StaffSessionData }[] = await this.dataSource.query(
      `SELECT sess->'staff' AS staff FROM web_session WHERE sess->'staff'->>'sessionId' = $1 AND expire >= now()`,
      [sessionId],
    );
    const [row] = rows;
    return row ? this.callerOf(row.staff) : null;
  }
}

function commissionView({ id, role, unit, manages, available }: Commission): CommissionView {
  if (!unit) throw new Error('A commission is shown with its unit');
  return { id, role, unit: careUnitName(unit), manages, available };
}

/** For a request with a session that has ended since. */
export function sessionOver(): ProblemException {
  return new ProblemException(
    'session-expired',
    'The session has ended. Sign in again; what was sent is kept.',
  );
}

/** express-session uses callbacks. */
function finished(call: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call((error) => (error ? reject(error) : resolve()));
  });
}
