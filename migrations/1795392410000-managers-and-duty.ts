import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Commissions that manage, staff who pause, and an append-only record of what managers change at a unit. */
export class ManagersAndDuty1795392410000 implements MigrationInterface {
  name = 'ManagersAndDuty1795392410000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "commission" ADD "manages" text;
      ALTER TABLE "commission" ADD "available" boolean NOT NULL DEFAULT true;
      CREATE INDEX "commission_last_seen" ON "commission" ("last_seen_at");
      CREATE TABLE "unit_change" (
        "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "unit_id" uuid NOT NULL,
        "what" text NOT NULL,
        "staff_hsa_id" text NOT NULL,
        "staff_name" text NOT NULL,
        "commission_hsa_id" text NOT NULL,
        "about" text,
        "before" jsonb NOT NULL,
        "after" jsonb NOT NULL,
        CONSTRAINT "unit_change_pk" PRIMARY KEY ("id"),
        CONSTRAINT "unit_change_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "care_unit"("id")
          ON DELETE NO ACTION ON UPDATE NO ACTION
      );
      CREATE INDEX "unit_change_unit" ON "unit_change" ("unit_id", "id");
      CREATE TRIGGER unit_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "unit_change"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "unit_change";
      DROP INDEX "commission_last_seen";
      ALTER TABLE "commission" DROP COLUMN "available";
      ALTER TABLE "commission" DROP COLUMN "manages";
    `);
  }
}
