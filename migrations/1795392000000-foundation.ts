import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first tables; the timeline, the access log and the flows' contents are append-only by trigger. */
export class Foundation1795392000000 implements MigrationInterface {
  name = 'Foundation1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
    CREATE TABLE "access_log" (
      "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "staff_hsa_id" text NOT NULL,
      "staff_name" text NOT NULL,
      "commission_hsa_id" text NOT NULL,
      "role" text NOT NULL,
      "unit_hsa_id" text NOT NULL,
      "unit_name" text NOT NULL,
      "patient_id" uuid NOT NULL,
      "case_id" uuid,
      "action" text NOT NULL,
      CONSTRAINT "PK_bd09621fb73b42d9e32b85ae41f" PRIMARY KEY ("id")
    );
    CREATE INDEX "access_log_staff" ON "access_log" ("staff_hsa_id", "at");
    CREATE INDEX "access_log_patient" ON "access_log" ("patient_id", "at");
    CREATE TABLE "care_unit" (
      "id" uuid NOT NULL,
      "hsa_id" text NOT NULL,
      "slug" text NOT NULL,
      "name" text NOT NULL,
      "kind" text NOT NULL,
      "address" text NOT NULL,
      "phone" text,
      "opening_hours" jsonb NOT NULL,
      "competences" text array NOT NULL,
      "others_may_book" boolean NOT NULL DEFAULT false,
      CONSTRAINT "PK_fe56782437562292635efedffa9" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "care_unit_slug" ON "care_unit" ("slug");
    CREATE UNIQUE INDEX "care_unit_hsa_id" ON "care_unit" ("hsa_id");
    CREATE TABLE "staff" (
      "id" uuid NOT NULL,
      "hsa_id" text NOT NULL,
      "given_name" text NOT NULL,
      "family_name" text NOT NULL,
      CONSTRAINT "PK_e4ee98bb552756c180aec1e854a" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "staff_hsa_id" ON "staff" ("hsa_id");
    CREATE TABLE "commission" (
      "id" uuid NOT NULL,
      "hsa_id" text NOT NULL,
      "staff_id" uuid NOT NULL,
      "unit_id" uuid NOT NULL,
      "role" text NOT NULL,
      "last_seen_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_d108d70411783e2a3a84e386601" PRIMARY KEY ("id")
    );
    CREATE INDEX "commission_unit" ON "commission" ("unit_id");
    CREATE INDEX "commission_staff" ON "commission" ("staff_id");
    CREATE UNIQUE INDEX "commission_hsa_id" ON "commission" ("hsa_id");
    CREATE TABLE "person" (
      "id" uuid NOT NULL,
      "identity_kind" text NOT NULL,
      "identity_number" text NOT NULL,
      "given_name" text NOT NULL,
      "family_name" text NOT NULL,
      "birth_date" date NOT NULL,
      "sex" text,
      "language" text NOT NULL DEFAULT 'sv',
      "protected_identity" boolean NOT NULL DEFAULT false,
      "listing_unit_id" uuid,
      CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "person_identity_number" ON "person" ("identity_kind", "identity_number");
    CREATE TABLE "guardianship" (
      "guardian_id" uuid NOT NULL,
      "child_id" uuid NOT NULL,
      CONSTRAINT "PK_492430ce55936ae61d1431ae858" PRIMARY KEY ("guardian_id", "child_id")
    );
    CREATE TABLE "care_case" (
      "id" uuid NOT NULL,
      "state" text NOT NULL,
      "started_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "about" text NOT NULL,
      "resident_id" uuid,
      "patient_id" uuid,
      "session_id" uuid NOT NULL,
      "patient_age_months" integer NOT NULL,
      "patient_sex" text,
      "language" text NOT NULL,
      "words" text NOT NULL,
      "origin_unit_id" uuid,
      "suggestions" jsonb,
      "triage" jsonb,
      "reason" jsonb,
      "result" jsonb,
      "outcome" text,
      "urgency" smallint,
      "competence" text,
      "unit_id" uuid,
      "placement" jsonb,
      "waiting_since" TIMESTAMP WITH TIME ZONE,
      "due_at" TIMESTAMP WITH TIME ZONE,
      "holder_commission_id" uuid,
      "claimed_at" TIMESTAMP WITH TIME ZONE,
      "next_deadline_at" TIMESTAMP WITH TIME ZONE,
      "first_answer_at" TIMESTAMP WITH TIME ZONE,
      "closed_at" TIMESTAMP WITH TIME ZONE,
      "closed_as" text,
      "times_reopened" integer NOT NULL DEFAULT '0',
      "last_number" integer NOT NULL DEFAULT '0',
      "seen_by_staff" integer NOT NULL DEFAULT '0',
      "seen_by_resident" integer NOT NULL DEFAULT '0',
      CONSTRAINT "care_case_urgency" CHECK ("urgency" BETWEEN 1 AND 5),
      CONSTRAINT "care_case_closed_has_result" CHECK (("state" = 'closed') = ("closed_at" IS NOT NULL AND "closed_as" IS NOT NULL)),
      CONSTRAINT "care_case_queued_has_place" CHECK ("state" NOT IN ('waiting', 'held') OR ("unit_id" IS NOT NULL AND "competence" IS NOT NULL AND "urgency" IS NOT NULL AND "waiting_since" IS NOT NULL AND "due_at" IS NOT NULL AND "patient_id" IS NOT NULL)),
      CONSTRAINT "care_case_held_has_holder" CHECK (("state" = 'held') = ("holder_commission_id" IS NOT NULL)),
      CONSTRAINT "care_case_open_has_deadline" CHECK ("state" = 'closed' OR "next_deadline_at" IS NOT NULL),
      CONSTRAINT "PK_d2d86977917aadb46bfb7232c87" PRIMARY KEY ("id")
    );
    CREATE INDEX "care_case_deadline" ON "care_case" ("next_deadline_at") WHERE "state" <> 'closed';
    CREATE INDEX "care_case_holder" ON "care_case" ("holder_commission_id") WHERE "state" = 'held';
    CREATE INDEX "care_case_queue" ON "care_case" ("unit_id", "competence", "urgency", "due_at", "id") WHERE "state" = 'waiting';
    CREATE INDEX "care_case_session" ON "care_case" ("session_id");
    CREATE INDEX "care_case_patient" ON "care_case" ("patient_id");
    CREATE INDEX "care_case_resident" ON "care_case" ("resident_id");
    CREATE TABLE "bookable_time" (
      "id" uuid NOT NULL,
      "unit_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "performer_commission_id" uuid NOT NULL,
      "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "bookable_time_ends_after_start" CHECK ("ends_at" > "starts_at"),
      CONSTRAINT "PK_389ccea98afe7b77b6df3482e4d" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "bookable_time_performer" ON "bookable_time" ("performer_commission_id", "starts_at");
    CREATE INDEX "bookable_time_search" ON "bookable_time" ("unit_id", "kind", "starts_at");
    CREATE TABLE "booking" (
      "id" uuid NOT NULL,
      "time_id" uuid NOT NULL,
      "case_id" uuid NOT NULL,
      "patient_id" uuid NOT NULL,
      "booked_by" text NOT NULL,
      "booked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "cancelled_at" TIMESTAMP WITH TIME ZONE,
      "sequence" integer NOT NULL DEFAULT '0',
      CONSTRAINT "PK_49171efc69702ed84c812f33540" PRIMARY KEY ("id")
    );
    CREATE INDEX "booking_patient" ON "booking" ("patient_id");
    CREATE INDEX "booking_case" ON "booking" ("case_id");
    CREATE UNIQUE INDEX "booking_one_per_time" ON "booking" ("time_id") WHERE cancelled_at IS NULL;
    CREATE TABLE "booking_ticket" (
      "case_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "unit_id" uuid NOT NULL,
      "valid_until" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "PK_ec517e686044ed5677488e2a7df" PRIMARY KEY ("case_id")
    );
    CREATE TABLE "attachment" (
      "id" uuid NOT NULL,
      "case_id" uuid NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "uploaded_by" text NOT NULL,
      "with_words" boolean NOT NULL,
      "content_type" text NOT NULL,
      "byte_size" integer NOT NULL,
      "width" integer NOT NULL,
      "height" integer NOT NULL,
      CONSTRAINT "PK_d2a80c3a8d467f08a750ac4b420" PRIMARY KEY ("id")
    );
    CREATE INDEX "attachment_case" ON "attachment" ("case_id");
    CREATE TABLE "timeline_entry" (
      "case_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "id" uuid NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "kind" text NOT NULL,
      "actor" jsonb NOT NULL,
      "staff_only" boolean NOT NULL,
      "body" jsonb NOT NULL,
      CONSTRAINT "PK_c73595b5855abac6ff06d1bff8c" PRIMARY KEY ("case_id", "number")
    );
    CREATE INDEX "timeline_entry_kind_at" ON "timeline_entry" ("kind", "at");
    CREATE UNIQUE INDEX "timeline_entry_client_id" ON "timeline_entry" ("case_id", "id");
    CREATE TABLE "quick_reply" (
      "id" uuid NOT NULL,
      "unit_id" uuid NOT NULL,
      "title" text NOT NULL,
      "text" jsonb NOT NULL,
      CONSTRAINT "PK_adbfcaa267e76e66034b477e247" PRIMARY KEY ("id")
    );
    CREATE INDEX "quick_reply_unit" ON "quick_reply" ("unit_id");
    CREATE TABLE "rating" (
      "case_id" uuid NOT NULL,
      "score" smallint NOT NULL,
      "words" text,
      "rated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "rating_score" CHECK ("score" BETWEEN 1 AND 5),
      CONSTRAINT "PK_9cd080169226d10e706687f5f2a" PRIMARY KEY ("case_id")
    );
    CREATE TABLE "web_session" (
      "sid" character varying NOT NULL,
      "sess" json NOT NULL,
      "expire" TIMESTAMP(6) NOT NULL,
      CONSTRAINT "PK_e07661598f4722b7fb2b17af469" PRIMARY KEY ("sid")
    );
    CREATE INDEX "web_session_expire" ON "web_session" ("expire");
    CREATE TABLE "resident_session" (
      "id" uuid NOT NULL,
      "token_hash" text NOT NULL,
      "previous_token_hash" text,
      "previous_good_until" TIMESTAMP WITH TIME ZONE,
      "person_id" uuid,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "renewable_until" TIMESTAMP WITH TIME ZONE NOT NULL,
      "ended_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_9945224eb43c7f241ad1a2ee4fc" PRIMARY KEY ("id")
    );
    CREATE INDEX "resident_session_person" ON "resident_session" ("person_id");
    CREATE UNIQUE INDEX "resident_session_token" ON "resident_session" ("token_hash");
    CREATE INDEX "resident_session_previous_token" ON "resident_session" ("previous_token_hash") WHERE previous_token_hash IS NOT NULL;
    CREATE TABLE "sign_in" (
      "id" uuid NOT NULL,
      "audience" text NOT NULL,
      "state" text NOT NULL,
      "nonce" text NOT NULL,
      "code_verifier" text NOT NULL,
      "frame_challenge" text,
      "browser_hash" text NOT NULL,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "person_id" uuid,
      "code_hash" text,
      "used_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_e1c2af97265eef8174c9a652a5e" PRIMARY KEY ("id")
    );
    CREATE UNIQUE INDEX "sign_in_code" ON "sign_in" ("code_hash") WHERE code_hash IS NOT NULL;
    CREATE UNIQUE INDEX "sign_in_state" ON "sign_in" ("state");
    CREATE TABLE "flow_definition" (
      "hash" text NOT NULL,
      "flow_id" text NOT NULL,
      "version" integer NOT NULL,
      "review" text NOT NULL,
      "definition" jsonb NOT NULL,
      "first_loaded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "PK_765164e9388a36ed1a0fa8fa51d" PRIMARY KEY ("hash")
    );
    CREATE INDEX "flow_definition_version" ON "flow_definition" ("flow_id", "version");
    ALTER TABLE "commission" ADD CONSTRAINT "commission_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "commission" ADD CONSTRAINT "commission_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "person" ADD CONSTRAINT "person_listing_unit_fk" FOREIGN KEY ("listing_unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_guardian_fk" FOREIGN KEY ("guardian_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_child_fk" FOREIGN KEY ("child_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "care_case" ADD CONSTRAINT "care_case_resident_fk" FOREIGN KEY ("resident_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "care_case" ADD CONSTRAINT "care_case_patient_fk" FOREIGN KEY ("patient_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "care_case" ADD CONSTRAINT "care_case_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "care_case" ADD CONSTRAINT "care_case_origin_unit_fk" FOREIGN KEY ("origin_unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "care_case" ADD CONSTRAINT "care_case_holder_fk" FOREIGN KEY ("holder_commission_id") REFERENCES "commission"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "bookable_time" ADD CONSTRAINT "bookable_time_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "booking" ADD CONSTRAINT "booking_time_fk" FOREIGN KEY ("time_id") REFERENCES "bookable_time"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "booking" ADD CONSTRAINT "booking_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "booking" ADD CONSTRAINT "booking_patient_fk" FOREIGN KEY ("patient_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "booking_ticket" ADD CONSTRAINT "booking_ticket_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "booking_ticket" ADD CONSTRAINT "booking_ticket_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "quick_reply" ADD CONSTRAINT "quick_reply_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "care_unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    ALTER TABLE "rating" ADD CONSTRAINT "rating_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'Entries of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER timeline_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "timeline_entry"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_log"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER flow_definition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "flow_definition"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

const DOWN = `
    DROP TRIGGER timeline_entry_append_only ON "timeline_entry";
    DROP TRIGGER access_log_append_only ON "access_log";
    DROP TRIGGER flow_definition_append_only ON "flow_definition";
    DROP FUNCTION refuse_change();
    ALTER TABLE "rating" DROP CONSTRAINT "rating_case_fk";
    ALTER TABLE "quick_reply" DROP CONSTRAINT "quick_reply_unit_fk";
    ALTER TABLE "timeline_entry" DROP CONSTRAINT "timeline_entry_case_fk";
    ALTER TABLE "attachment" DROP CONSTRAINT "attachment_case_fk";
    ALTER TABLE "booking_ticket" DROP CONSTRAINT "booking_ticket_unit_fk";
    ALTER TABLE "booking_ticket" DROP CONSTRAINT "booking_ticket_case_fk";
    ALTER TABLE "booking" DROP CONSTRAINT "booking_patient_fk";
    ALTER TABLE "booking" DROP CONSTRAINT "booking_case_fk";
    ALTER TABLE "booking" DROP CONSTRAINT "booking_time_fk";
    ALTER TABLE "bookable_time" DROP CONSTRAINT "bookable_time_unit_fk";
    ALTER TABLE "care_case" DROP CONSTRAINT "care_case_holder_fk";
    ALTER TABLE "care_case" DROP CONSTRAINT "care_case_origin_unit_fk";
    ALTER TABLE "care_case" DROP CONSTRAINT "care_case_unit_fk";
    ALTER TABLE "care_case" DROP CONSTRAINT "care_case_patient_fk";
    ALTER TABLE "care_case" DROP CONSTRAINT "care_case_resident_fk";
    ALTER TABLE "guardianship" DROP CONSTRAINT "guardianship_child_fk";
    ALTER TABLE "guardianship" DROP CONSTRAINT "guardianship_guardian_fk";
    ALTER TABLE "person" DROP CONSTRAINT "person_listing_unit_fk";
    ALTER TABLE "commission" DROP CONSTRAINT "commission_unit_fk";
    ALTER TABLE "commission" DROP CONSTRAINT "commission_staff_fk";
    DROP INDEX "public"."flow_definition_version";
    DROP TABLE "flow_definition";
    DROP INDEX "public"."sign_in_state";
    DROP INDEX "public"."sign_in_code";
    DROP TABLE "sign_in";
    DROP INDEX "public"."resident_session_previous_token";
    DROP INDEX "public"."resident_session_token";
    DROP INDEX "public"."resident_session_person";
    DROP TABLE "resident_session";
    DROP INDEX "public"."web_session_expire";
    DROP TABLE "web_session";
    DROP TABLE "rating";
    DROP INDEX "public"."quick_reply_unit";
    DROP TABLE "quick_reply";
    DROP INDEX "public"."timeline_entry_client_id";
    DROP INDEX "public"."timeline_entry_kind_at";
    DROP TABLE "timeline_entry";
    DROP INDEX "public"."attachment_case";
    DROP TABLE "attachment";
    DROP TABLE "booking_ticket";
    DROP INDEX "public"."booking_one_per_time";
    DROP INDEX "public"."booking_case";
    DROP INDEX "public"."booking_patient";
    DROP TABLE "booking";
    DROP INDEX "public"."bookable_time_search";
    DROP INDEX "public"."bookable_time_performer";
    DROP TABLE "bookable_time";
    DROP INDEX "public"."care_case_resident";
    DROP INDEX "public"."care_case_patient";
    DROP INDEX "public"."care_case_session";
    DROP INDEX "public"."care_case_queue";
    DROP INDEX "public"."care_case_holder";
    DROP INDEX "public"."care_case_deadline";
    DROP TABLE "care_case";
    DROP TABLE "guardianship";
    DROP INDEX "public"."person_identity_number";
    DROP TABLE "person";
    DROP INDEX "public"."commission_hsa_id";
    DROP INDEX "public"."commission_staff";
    DROP INDEX "public"."commission_unit";
    DROP TABLE "commission";
    DROP INDEX "public"."staff_hsa_id";
    DROP TABLE "staff";
    DROP INDEX "public"."care_unit_hsa_id";
    DROP INDEX "public"."care_unit_slug";
    DROP TABLE "care_unit";
    DROP INDEX "public"."access_log_patient";
    DROP INDEX "public"."access_log_staff";
    DROP TABLE "access_log";
`;
