import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that their holder leaves for later: until when, and when somebody is to be reminded. */
export class SetAside1795393710000 implements MigrationInterface {
  name = 'SetAside1795393710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "care_case" ADD COLUMN "set_aside_until" timestamptz, ADD COLUMN "remind_at" timestamptz,
        ADD CONSTRAINT "care_case_aside_with_staff"
          CHECK ("state" IN ('waiting', 'held') OR ("set_aside_until" IS NULL AND "remind_at" IS NULL))
    `);
    await runner.query(
      'CREATE INDEX "care_case_set_aside" ON "care_case" ("set_aside_until") WHERE "set_aside_until" IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX "care_case_remind" ON "care_case" ("remind_at") WHERE "remind_at" IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the columns nothing is set aside: such a case has the deadline of its queue again.
    await runner.query(
      'UPDATE "care_case" SET "next_deadline_at" = "due_at" WHERE "set_aside_until" IS NOT NULL',
    );
    await runner.query('DROP INDEX "care_case_remind"');
    await runner.query('DROP INDEX "care_case_set_aside"');
    await runner.query(`
      ALTER TABLE "care_case" DROP CONSTRAINT "care_case_aside_with_staff",
        DROP COLUMN "remind_at", DROP COLUMN "set_aside_until"
    `);
  }
}
