import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every process is told, by the commit itself, whose session has ended and whose commission or name has changed: the
 * word is the id of the session, the commission or the staff member.
 */
export class CallersTold1795392700000 implements MigrationInterface {
  name = 'CallersTold1795392700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION tell_of_caller() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('slussen_callers', coalesce(to_jsonb(OLD) #>> TG_ARGV[0]::text[], ''));
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER web_session_ended AFTER DELETE ON "web_session"
        FOR EACH ROW EXECUTE FUNCTION tell_of_caller('{sess,staff,sessionId}');
      CREATE TRIGGER resident_session_ended AFTER UPDATE OF "ended_at" ON "resident_session"
        FOR EACH ROW WHEN (NEW."ended_at" IS NOT NULL AND OLD."ended_at" IS NULL)
        EXECUTE FUNCTION tell_of_caller('{id}');
      CREATE TRIGGER commission_changed AFTER UPDATE OF "hsa_id", "staff_id", "unit_id", "role", "manages" OR DELETE
        ON "commission" FOR EACH ROW EXECUTE FUNCTION tell_of_caller('{id}');
      CREATE TRIGGER staff_changed AFTER UPDATE OR DELETE ON "staff"
        FOR EACH ROW EXECUTE FUNCTION tell_of_caller('{id}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER staff_changed ON "staff";
      DROP TRIGGER commission_changed ON "commission";
      DROP TRIGGER resident_session_ended ON "resident_session";
      DROP TRIGGER web_session_ended ON "web_session";
      DROP FUNCTION tell_of_caller();
    `);
  }
}
