import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who wait are asked again, and when. */
export class CheckIns1795393100000 implements MigrationInterface {
  name = 'CheckIns1795393100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "care_case" ADD "check_in" jsonb, ADD "check_in_at" timestamptz;
      CREATE INDEX "care_case_check_in" ON "care_case" ("check_in_at")
        WHERE "check_in_at" IS NOT NULL AND "state" = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "care_case_check_in";
      ALTER TABLE "care_case" DROP COLUMN "check_in_at", DROP COLUMN "check_in";
    `);
  }
}
