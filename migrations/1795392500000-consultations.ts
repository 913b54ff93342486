import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Colleagues: consultations with their threads, who is in a chat beside the holder, and who has just had a case. */
export class Consultations1795392500000 implements MigrationInterface {
  name = 'Consultations1795392500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "care_case" ADD "participant_ids" uuid array NOT NULL DEFAULT '{}';
      ALTER TABLE "care_case" ADD "consulted_unit_ids" uuid array NOT NULL DEFAULT '{}';
      ALTER TABLE "care_case" ADD CONSTRAINT "care_case_company_while_open" CHECK (("participant_ids" = '{}' OR "state" = 'held') AND ("consulted_unit_ids" = '{}' OR "state" IN ('waiting', 'held')));
      CREATE INDEX "care_case_participants" ON "care_case" USING gin ("participant_ids") WHERE "state" = 'held';
      ALTER TABLE "attachment" ADD "consultation_id" uuid;

      CREATE TABLE "former_holder" (
        "case_id" uuid NOT NULL,
        "commission_id" uuid NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "up_to" integer NOT NULL,
        "until" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "former_holder_pk" PRIMARY KEY ("case_id", "commission_id")
      );
      ALTER TABLE "former_holder" ADD CONSTRAINT "former_holder_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "former_holder" ADD CONSTRAINT "former_holder_commission_fk" FOREIGN KEY ("commission_id") REFERENCES "commission"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

      CREATE TABLE "consultation" (
        "id" uuid NOT NULL,
        "case_id" uuid NOT NULL,
        "state" text NOT NULL,
        "question" text NOT NULL,
        "asked_by_id" uuid NOT NULL,
        "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "unit_id" uuid NOT NULL,
        "competence" text NOT NULL,
        "colleague_id" uuid,
        "due_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "reminded_at" TIMESTAMP WITH TIME ZONE,
        "ended_at" TIMESTAMP WITH TIME ZONE,
        "last_number" integer NOT NULL DEFAULT '0',
        "seen_by_asker" integer NOT NULL DEFAULT '0',
        "seen_by_consulted" integer NOT NULL DEFAULT '0',
        CONSTRAINT "consultation_ended" CHECK (("state" IN ('ended', 'taken-over')) = ("ended_at" IS NOT NULL)),
        CONSTRAINT "consultation_pk" PRIMARY KEY ("id")
      );
      CREATE INDEX "consultation_case" ON "consultation" ("case_id");
      CREATE INDEX "consultation_unit" ON "consultation" ("unit_id", "ended_at");
      CREATE INDEX "consultation_due" ON "consultation" ("due_at") WHERE "state" = 'asked' AND "reminded_at" IS NULL;
      ALTER TABLE "consultation" ADD CONSTRAINT "consultation_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "consultation" ADD CONSTRAINT "consultation_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "consultation" ADD CONSTRAINT "consultation_asked_by_fk" FOREIGN KEY ("asked_by_id") REFERENCES "commission"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "consultation" ADD CONSTRAINT "consultation_colleague_fk" FOREIGN KEY ("colleague_id") REFERENCES "commission"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

      CREATE TABLE "consultation_message" (
        "consultation_id" uuid NOT NULL,
        "number" integer NOT NULL,
        "id" uuid NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "side" text NOT NULL,
        "actor" jsonb NOT NULL,
        "body" jsonb NOT NULL,
        CONSTRAINT "consultation_message_pk" PRIMARY KEY ("consultation_id", "number")
      );
      CREATE UNIQUE INDEX "consultation_message_client_id" ON "consultation_message" ("consultation_id", "id");
      ALTER TABLE "consultation_message" ADD CONSTRAINT "consultation_message_consultation_fk" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      CREATE TRIGGER consultation_message_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "consultation_message"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "consultation_message";
      DROP TABLE "consultation";
      DROP TABLE "former_holder";
      ALTER TABLE "attachment" DROP COLUMN "consultation_id";
      DROP INDEX "care_case_participants";
      ALTER TABLE "care_case" DROP CONSTRAINT "care_case_company_while_open";
      ALTER TABLE "care_case" DROP COLUMN "consulted_unit_ids";
      ALTER TABLE "care_case" DROP COLUMN "participant_ids";
    `);
  }
}
