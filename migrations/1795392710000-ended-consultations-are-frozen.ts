import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the record of an ended consultation shows of its case: how it stood then. */
export class EndedConsultationsAreFrozen1795392710000 implements MigrationInterface {
  name = 'EndedConsultationsAreFrozen1795392710000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE "consultation"
        ADD "ended_case_state" text,
        ADD "ended_urgency" smallint,
        ADD "ended_holder_id" uuid;
      -- Of those that ended before nothing else is known than how their case stands now.
      UPDATE "consultation" SET "ended_case_state" = care_case."state",
        "ended_urgency" = COALESCE(care_case."urgency", 5), "ended_holder_id" = care_case."holder_commission_id"
      FROM care_case WHERE care_case."id" = "case_id" AND "ended_at" IS NOT NULL;
      ALTER TABLE "consultation"
        ADD CONSTRAINT "consultation_ended_frozen"
          CHECK (("ended_at" IS NOT NULL) = ("ended_case_state" IS NOT NULL AND "ended_urgency" IS NOT NULL)),
        ADD CONSTRAINT "consultation_ended_holder_fk" FOREIGN KEY ("ended_holder_id") REFERENCES "commission" ("id");
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE "consultation"
        DROP CONSTRAINT "consultation_ended_holder_fk",
        DROP CONSTRAINT "consultation_ended_frozen",
        DROP COLUMN "ended_holder_id",
        DROP COLUMN "ended_urgency",
        DROP COLUMN "ended_case_state";
    `);
  }
}
