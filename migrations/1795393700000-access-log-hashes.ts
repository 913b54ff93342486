import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Hashes of the access log's entries, each linked to the one before. Whoever writes entries holds a lock that is shared
 * until they are committed, so that the chain can wait for those with lower numbers.
 */
export class AccessLogHashes1795393700000 implements MigrationInterface {
  name = 'AccessLogHashes1795393700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "access_log_hash" (
        "id" bigint NOT NULL,
        "hash" text NOT NULL,
        CONSTRAINT "access_log_hash_pk" PRIMARY KEY ("id")
      );
      CREATE TRIGGER access_log_hash_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_log_hash"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE FUNCTION tell_of_access_log_writer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock_shared(7318556);
        RETURN NULL;
      END $$;
      CREATE TRIGGER access_log_writer BEFORE INSERT ON "access_log"
        FOR EACH STATEMENT EXECUTE FUNCTION tell_of_access_log_writer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER access_log_writer ON "access_log";
      DROP FUNCTION tell_of_access_log_writer();
      DROP TABLE "access_log_hash";
    `);
  }
}
