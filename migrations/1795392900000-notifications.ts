import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told what by which channel, how far the timelines have been followed, and what became of each notice. */
export class Notifications1795392900000 implements MigrationInterface {
  name = 'Notifications1795392900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "contact_settings" (
        "person_id" uuid NOT NULL,
        "language" text NOT NULL,
        "quiet_from" text,
        "quiet_to" text,
        "stopped_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "contact_settings_pk" PRIMARY KEY ("person_id"),
        CONSTRAINT "contact_settings_person_fk" FOREIGN KEY ("person_id") REFERENCES "person"("id")
          ON DELETE NO ACTION ON UPDATE NO ACTION
      );
      CREATE TABLE "contact_point" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "channel" text NOT NULL,
        "address" text NOT NULL,
        "name" text,
        "push_p256dh" text,
        "push_auth" text,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "confirmed_at" TIMESTAMP WITH TIME ZONE,
        "failed_at" TIMESTAMP WITH TIME ZONE,
        "code_hash" text,
        "code_until" TIMESTAMP WITH TIME ZONE,
        "code_tries" integer NOT NULL DEFAULT 0,
        CONSTRAINT "contact_point_pk" PRIMARY KEY ("id"),
        CONSTRAINT "contact_point_browser_has_keys" CHECK (("channel" = 'push') = ("push_p256dh" IS NOT NULL)),
        CONSTRAINT "contact_point_person_fk" FOREIGN KEY ("person_id") REFERENCES "person"("id")
          ON DELETE NO ACTION ON UPDATE NO ACTION
      );
      CREATE UNIQUE INDEX "contact_point_person" ON "contact_point" ("person_id", "channel", "address");
      CREATE TABLE "contact_code" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "address_hash" text NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "contact_code_pk" PRIMARY KEY ("id")
      );
      CREATE INDEX "contact_code_person" ON "contact_code" ("person_id", "at");
      CREATE INDEX "contact_code_address" ON "contact_code" ("address_hash", "at");
      CREATE INDEX "contact_code_at" ON "contact_code" ("at");
      CREATE TABLE "notification_secret" (
        "id" integer NOT NULL,
        "secret" text NOT NULL,
        "push_public_key" text NOT NULL,
        "push_private_key" text NOT NULL,
        CONSTRAINT "notification_secret_pk" PRIMARY KEY ("id"),
        CONSTRAINT "notification_secret_one" CHECK ("id" = 1)
      );
      CREATE TABLE "notification_position" (
        "case_id" uuid NOT NULL,
        "up_to" integer NOT NULL,
        CONSTRAINT "notification_position_pk" PRIMARY KEY ("case_id"),
        CONSTRAINT "notification_position_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id")
          ON DELETE NO ACTION ON UPDATE NO ACTION
      );
      CREATE TABLE "notification_mark" (
        "id" integer NOT NULL,
        "began_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "looked_until" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "notification_mark_pk" PRIMARY KEY ("id"),
        CONSTRAINT "notification_mark_one" CHECK ("id" = 1)
      );
      CREATE TABLE "planned_notice" (
        "case_id" uuid NOT NULL,
        "event" text NOT NULL,
        "booking" text NOT NULL,
        "number" integer NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "until" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "planned_notice_pk" PRIMARY KEY ("case_id", "event", "booking"),
        CONSTRAINT "planned_notice_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id")
          ON DELETE NO ACTION ON UPDATE NO ACTION
      );
      CREATE INDEX "planned_notice_due" ON "planned_notice" ("at");
      CREATE TABLE "delivery" (
        "id" uuid NOT NULL,
        "case_id" uuid NOT NULL,
        "number" integer NOT NULL,
        "event" text NOT NULL,
        "channel" text NOT NULL,
        "point_id" uuid NOT NULL,
        "language" text NOT NULL,
        "state" text NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "not_before" TIMESTAMP WITH TIME ZONE NOT NULL,
        "until" TIMESTAMP WITH TIME ZONE NOT NULL,
        "attempts" integer NOT NULL DEFAULT 0,
        "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "why" text,
        "channel_ref" text,
        CONSTRAINT "delivery_pk" PRIMARY KEY ("id"),
        CONSTRAINT "delivery_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id")
          ON DELETE NO ACTION ON UPDATE NO ACTION
      );
      CREATE UNIQUE INDEX "delivery_once" ON "delivery" ("case_id", "number", "event", "point_id");
      CREATE INDEX "delivery_due" ON "delivery" ("not_before") WHERE "state" = 'queued';
      CREATE INDEX "delivery_under_way" ON "delivery" ("changed_at") WHERE "state" = 'sending';
      CREATE INDEX "delivery_channel_ref" ON "delivery" ("channel_ref") WHERE "channel_ref" IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "delivery";
      DROP TABLE "planned_notice";
      DROP TABLE "notification_mark";
      DROP TABLE "notification_position";
      DROP TABLE "notification_secret";
      DROP TABLE "contact_code";
      DROP TABLE "contact_point";
      DROP TABLE "contact_settings";
    `);
  }
}
