import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that staff open for those who ring: no frame began them, their unit may go on, and a number to ring back. */
export class ByTelephone1795393500000 implements MigrationInterface {
  name = 'ByTelephone1795393500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "care_case"
        ALTER COLUMN "session_id" DROP NOT NULL,
        ADD COLUMN "by_telephone" boolean NOT NULL DEFAULT false,
        ADD COLUMN "opened_at_unit_id" uuid,
        ADD COLUMN "callback_number" text,
        ADD CONSTRAINT "care_case_opened_at_unit_fk" FOREIGN KEY ("opened_at_unit_id") REFERENCES "care_unit" ("id"),
        ADD CONSTRAINT "care_case_opened_until_held"
          CHECK ("opened_at_unit_id" IS NULL OR ("by_telephone" AND "state" <> 'held'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // No frame has that id: nobody sees the case by it.
    await runner.query('UPDATE "care_case" SET "session_id" = gen_random_uuid() WHERE "session_id" IS NULL');
    await runner.query(`
      ALTER TABLE "care_case"
        DROP CONSTRAINT "care_case_opened_until_held",
        DROP CONSTRAINT "care_case_opened_at_unit_fk",
        DROP COLUMN "callback_number",
        DROP COLUMN "opened_at_unit_id",
        DROP COLUMN "by_telephone",
        ALTER COLUMN "session_id" SET NOT NULL
    `);
  }
}
