import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AccessLog } from '../src/access-log/access-log.service.js';
import { verifyChain } from '../src/access-log/access-log-chain.js';
import { ChainJobs } from '../src/access-log/chain-jobs.service.js';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import type { AccessAction, AccessLogRow } from '../src/contracts/index.js';
import type { CommissionCaller } from '../src/identity/caller.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

const run = promisify(execFile);

describe('the access log (P8)', () => {
  let server: TestApp;
  let accessLog: AccessLog;
  let commission: CommissionCaller;
  let people: Record<string, string>;

  beforeAll(async () => {
    server = await startTestApp();
    accessLog = server.app.get(AccessLog);
    const [row] = await server.dataSource.query(
      `SELECT 'commission' AS kind, gen_random_uuid() AS "sessionId", staff.id AS "staffId", staff.hsa_id AS "staffHsaId",
         given_name || ' ' || family_name AS "staffName", commission.id AS "commissionId",
         commission.hsa_id AS "commissionHsaId", role, unit_id AS "unitId", care_unit.hsa_id AS "unitHsaId",
         care_unit.name AS "unitName"
       FROM commission JOIN staff ON staff.id = staff_id JOIN care_unit ON care_unit.id = unit_id
       WHERE role = 'nurse' ORDER BY commission.hsa_id LIMIT 1`,
    );
    commission = row;
    const rows: { id: string; name: string }[] = await server.dataSource.query(
      `SELECT id, given_name || ' ' || family_name AS name FROM person`,
    );
    people = Object.fromEntries(rows.map(({ id, name }) => [name, id]));
  });

  afterAll(async () => {
    await server?.close();
  });

  const idOf = (name: string): string => people[name] ?? '';
  const read = (
    name: string,
    action: AccessAction = 'case',
    caseId: string | null = randomUUID(),
  ): Promise<void> =>
    server.dataSource.transaction((manager) =>
      accessLog.write(manager, commission, [{ patientId: idOf(name), caseId, action }]),
    );

  it('tells a resident who read about them and about their children under 13, the newest first', async () => {
    await read('Erik Lundgren');
    server.clock.forward({ minutes: 1 });
    await read('Viktor Lundgren', 'image', null);
    await read('Lisa Andersson');
    const erik = await Resident.signedIn(server.origin, /Erik Lundgren/);
    const rows = await erik.ok<AccessLogRow[]>('GET', '/api/me/access-log');
    expect(rows).toEqual([
      {
        at: expect.any(String),
        who: commission.staffName,
        role: 'nurse',
        unit: commission.unitName,
        action: 'image',
        caseId: null,
        patientName: 'Viktor Lundgren',
      },
      expect.objectContaining({ action: 'case', patientName: 'Erik Lundgren' }),
    ]);
    expect(Date.parse(rows[0]?.at ?? '')).toBeGreaterThan(Date.parse(rows[1]?.at ?? ''));
  });

  /** Readings of a patient who is read by nobody else, each at a minute of some morning; the later ones last. */
  const readings = async (
    rows: { minute: number; staff?: string; case?: string; as?: string; action?: string }[],
  ) => {
    const patientId = randomUUID();
    await server.dataSource.query(
      `INSERT INTO access_log (at, staff_hsa_id, staff_name, commission_hsa_id, role, unit_hsa_id, unit_name, patient_id,
         case_id, action)
       SELECT '2026-11-24T08:00:00Z'::timestamptz + minute * interval '1 minute', coalesce(staff, 'anna'), coalesce(staff, 'anna'),
         coalesce("as", 'uppdrag'), 'nurse', 'SE1', 'Herrgärdet', $1, md5(coalesce("case", 'one'))::uuid, coalesce(action, 'case')
       FROM jsonb_to_recordset($2::jsonb) AS row(minute int, staff text, "case" text, "as" text, action text)`,
      [patientId, JSON.stringify(rows)],
    );
    const shown = await accessLog.listForPatients([patientId]);
    return shown.map(({ at, who, action }) => ({
      minute: (Date.parse(at) - Date.parse('2026-11-24T08:00:00Z')) / 60_000,
      who,
      action,
    }));
  };
  const times = (count: number, apart: number, what: { staff: string; action?: string }) =>
    Array.from({ length: count }, (_, n) => ({ minute: 1 + n * apart, ...what }));

  it.each([
    ['one reading', [{ minute: 0 }], [0]],
    ['looks at an open case', [0, 1, 25, 50].map((minute) => ({ minute })), [0]],
    ['back after lunch', [0, 20, 60, 95].map((minute) => ({ minute })), [95, 60, 0]],
    ['two who read at once', [{ minute: 0 }, { minute: 1, staff: 'johan' }, { minute: 2 }], [1, 0]],
    ['two cases', [{ minute: 0 }, { minute: 1, case: 'other' }, { minute: 2 }], [1, 0]],
    [
      'the case, then the number to ring',
      [{ minute: 0 }, { minute: 2, action: 'telephone-number' }, { minute: 3 }],
      [2, 0],
    ],
    ['two commissions', [{ minute: 0 }, { minute: 1, as: 'annat' }], [1, 0]],
  ])('shows a row for each sitting: %s', async (_name, read, minutes) => {
    expect((await readings(read)).map(({ minute }) => minute)).toEqual(minutes);
  });

  it.each([
    ['searches of one morning', times(600, 0, { staff: 'anna', action: 'found' })],
    ['searches of weeks, each a sitting of its own', times(600, 31, { staff: 'anna', action: 'found' })],
    ['readings of weeks', times(600, 31, { staff: 'anna' })],
  ])('shows one reading before 600 %s of a colleague', async (_name, repeated) => {
    const shown = await readings([{ minute: 0, staff: 'johan' }, ...repeated]);
    expect(shown).toContainEqual({ minute: 0, who: 'johan', action: 'case' });
    expect(shown.length).toBeLessThanOrEqual(500);
    const last = Math.max(...shown.map(({ minute }) => minute));
    expect(shown[0]).toMatchObject({ minute: last, who: 'anna' });
  });

  it('has the rows of the queue that somebody was shown, once for each session, patient and hour', async () => {
    const since = server.clock.now();
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 3, since, patient: 'Erik' });
    let erik = await Resident.signedIn(server.origin, /Erik Lundgren/);
    const anna = await StaffMember.signedIn(server.origin, /Anna Lindqvist/);
    const shown = async () =>
      (await erik.ok<AccessLogRow[]>('GET', '/api/me/access-log')).filter(({ action }) => action === 'list');
    const written = async () =>
      (
        await server.dataSource.query(
          `SELECT count(*)::int AS n FROM access_log WHERE case_id = $1 AND action = 'list'`,
          [id],
        )
      )[0].n;
    expect(await written()).toBe(0);
    for (const scope of ['queue', 'unit', 'queue']) await anna.ok('GET', `/api/desk/queue?scope=${scope}`);
    expect(await written()).toBe(1);
    expect(await shown()).toMatchObject([
      { who: 'Anna Lindqvist', caseId: id, patientName: 'Erik Lundgren' },
    ]);
    const again = await StaffMember.signedIn(server.origin, /Anna Lindqvist/);
    await again.ok('GET', '/api/desk/queue?scope=queue');
    expect(await written()).toBe(2);
    server.clock.forward({ hours: 1 });
    await anna.ok('GET', '/api/desk/queue?scope=queue');
    expect(await written()).toBe(3);
    // Who looks all day is told of once.
    erik = await Resident.signedIn(server.origin, /Erik Lundgren/);
    expect(await shown()).toHaveLength(1);
  });

  it('keeps names as they were at the time, and all that the law asks for', async () => {
    await read('Samir Haddad');
    await server.dataSource.query(`UPDATE staff SET family_name = 'Nygift' WHERE id = $1`, [
      commission.staffId,
    ]);
    const samir = await Resident.signedIn(server.origin, /Samir Haddad/);
    const [row] = await samir.ok<AccessLogRow[]>('GET', '/api/me/access-log');
    expect(row?.who).toBe(commission.staffName);
    const [stored] = await server.dataSource.query('SELECT * FROM access_log WHERE patient_id = $1', [
      idOf('Samir Haddad'),
    ]);
    expect(stored).toMatchObject({
      staff_hsa_id: commission.staffHsaId,
      commission_hsa_id: commission.commissionHsaId,
      unit_hsa_id: commission.unitHsaId,
      patient_id: idOf('Samir Haddad'),
      action: 'case',
    });
    expect(Math.abs(stored.at.getTime() - server.clock.now().getTime())).toBeLessThan(60_000);
  });

  it('writes several readings at once, and none for none', async () => {
    const count = async () =>
      Number((await server.dataSource.query('SELECT count(*) AS n FROM access_log'))[0].n);
    const before = await count();
    const { manager } = server.dataSource;
    await accessLog.write(manager, commission, []);
    await accessLog.write(
      manager,
      commission,
      [1, 2, 3].map(() => ({
        patientId: idOf('Lisa Bergman'),
        caseId: randomUUID(),
        action: 'image' as const,
      })),
    );
    expect(await count()).toBe(before + 3);
  });

  it('keeps nothing of a reading that was rolled back', async () => {
    const failing = server.dataSource.transaction(async (manager) => {
      await accessLog.write(manager, commission, [
        { patientId: idOf('Lisa Bergman'), caseId: null, action: 'consultation' },
      ]);
      throw new Error('the reading failed');
    });
    await expect(failing).rejects.toThrow('the reading failed');
    expect(await server.dataSource.query(`SELECT 1 FROM access_log WHERE action = 'consultation'`)).toEqual(
      [],
    );
  });

  it('names what was altered, removed or added behind the triggers’ back, and a chain that was written anew', async () => {
    const { manager } = server.dataSource;
    const file = path.join(server.settings.DATA_DIR, 'anchors');
    const jobs = new ChainJobs(
      server.dataSource,
      { ...server.settings, ACCESS_LOG_ANCHORS: file },
      server.clock,
    );
    for (const name of ['Samir Haddad', 'Lisa Andersson', 'Lisa Bergman']) await read(name);
    await jobs.run();
    await read('Samir Haddad');
    await Promise.all([jobs.run(), jobs.run()]);
    await jobs.run();
    const verify = () =>
      run(process.execPath, ['dist/src/verify-access-log.js'], {
        cwd: PROJECT_ROOT,
        env: {
          DATABASE_URL: String((server.dataSource.options as { url?: string }).url),
          ACCESS_LOG_ANCHORS: file,
        },
      }).then(
        ({ stdout }) => stdout,
        ({ stdout, code }) => `${stdout}exit ${code}`,
      );
    expect(await verify()).toMatch(/^\d+ entries, 2 anchors: all as they were written\.\n$/);

    // A file that cannot be written for a while is told later, by whichever process; half a line stops no check.
    const folder = new ChainJobs(
      server.dataSource,
      { ...server.settings, ACCESS_LOG_ANCHORS: '/' },
      server.clock,
    );
    await read('Lisa Andersson');
    await expect(folder.run()).rejects.toThrow('EISDIR');
    await appendFile(file, '{"upTo":"1"\n');
    const later = { ...server.settings, ACCESS_LOG_ANCHORS: file };
    await new ChainJobs(server.dataSource, later, server.clock).run();
    expect(await verify()).toMatch(
      /^Line 3 of the anchors cannot be read\.\n\d+ entries, 3 anchors: all as they were written\.\n$/,
    );

    const ids: { id: string }[] = await manager.query('SELECT id FROM access_log ORDER BY id DESC LIMIT 4');
    const [, altered, removed, first] = ids.map(({ id }) => id);
    const behind = 'SET session_replication_role = replica;';
    await server.asOwner(`${behind} UPDATE access_log SET staff_name = 'Nobody' WHERE id = ${altered}`);
    await server.asOwner(`${behind} DELETE FROM access_log WHERE id = ${removed}`);
    expect(await verify()).toContain(`Entry ${removed}: removed\nEntry ${altered}: altered\n`);
    await server.asOwner(`${behind} DELETE FROM access_log_hash WHERE id >= ${first}`);
    await jobs.run();
    expect((await verifyChain(manager)).found).toEqual([]);
    expect(await verify()).toMatch(
      /^Entry \d+: (removed|chain-rewritten)\n.*not as they were written\.\nexit 1$/ms,
    );
  });

  it.each([
    ['UPDATE', `UPDATE access_log SET staff_name = 'Nobody'`],
    ['DELETE', 'DELETE FROM access_log'],
    ['DELETE of nothing', 'DELETE FROM access_log WHERE false'],
    ['TRUNCATE', 'TRUNCATE access_log'],
    [
      'an upsert',
      `INSERT INTO access_log OVERRIDING SYSTEM VALUE SELECT * FROM access_log
       ON CONFLICT (id) DO UPDATE SET staff_name = 'Nobody'`,
    ],
  ])('refuses %s, also to who owns the tables', async (_name, sql) => {
    await read('Lisa Andersson');
    const before = await server.dataSource.query('SELECT * FROM access_log ORDER BY id');
    await expect(server.dataSource.query(sql)).rejects.toThrow('permission denied for table access_log');
    await expect(server.asOwner(sql)).rejects.toThrow('Entries of access_log are never changed or deleted');
    expect(await server.dataSource.query('SELECT * FROM access_log ORDER BY id')).toEqual(before);
  });
});
