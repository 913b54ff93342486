import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Voice and video calls: calls, who takes part, invitations, and what passes while they last. */
export class Calls1795392600000 implements MigrationInterface {
  name = 'Calls1795392600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "call" (
        "id" uuid NOT NULL,
        "case_id" uuid NOT NULL,
        "commission_id" uuid NOT NULL,
        "media" text NOT NULL,
        "state" text NOT NULL,
        "carrier" text NOT NULL,
        "room" text NOT NULL,
        "room_open" boolean NOT NULL,
        "started_at" timestamptz NOT NULL,
        "deadline_at" timestamptz NOT NULL,
        "preparing_at" timestamptz,
        "answered_at" timestamptz,
        "ended_at" timestamptz,
        "why" text,
        "last_signal" int NOT NULL DEFAULT 0,
        PRIMARY KEY ("id"),
        CONSTRAINT "call_over_has_end" CHECK (("state" IN ('ringing', 'ongoing')) = ("ended_at" IS NULL)),
        CONSTRAINT "call_ongoing_was_answered" CHECK ("state" NOT IN ('ongoing', 'ended') OR "answered_at" IS NOT NULL),
        CONSTRAINT "call_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case" ("id"),
        CONSTRAINT "call_commission_fk" FOREIGN KEY ("commission_id") REFERENCES "commission" ("id")
      );
      CREATE UNIQUE INDEX "call_one_open" ON "call" ("case_id") WHERE "state" IN ('ringing', 'ongoing');
      CREATE INDEX "call_case" ON "call" ("case_id", "started_at");
      CREATE UNIQUE INDEX "call_room" ON "call" ("room");
      CREATE INDEX "call_room_to_close" ON "call" ("ended_at") WHERE "room_open" AND "ended_at" IS NOT NULL;

      CREATE TABLE "call_participant" (
        "id" uuid NOT NULL,
        "call_id" uuid NOT NULL,
        "side" text NOT NULL,
        "person_id" uuid,
        "who" jsonb NOT NULL,
        "pass_hash" text,
        "joined_at" timestamptz,
        "left_at" timestamptz,
        "last_seen_at" timestamptz NOT NULL,
        "away_since" timestamptz,
        "media_id" text,
        "microphone" boolean NOT NULL DEFAULT false,
        "camera" boolean NOT NULL DEFAULT false,
        "page" uuid,
        PRIMARY KEY ("id"),
        CONSTRAINT "call_participant_call_fk" FOREIGN KEY ("call_id") REFERENCES "call" ("id"),
        CONSTRAINT "call_participant_person_fk" FOREIGN KEY ("person_id") REFERENCES "person" ("id")
      );
      CREATE UNIQUE INDEX "call_participant_one_side" ON "call_participant" ("call_id", "side") WHERE "side" <> 'guest';
      CREATE INDEX "call_participant_call" ON "call_participant" ("call_id");
      CREATE UNIQUE INDEX "call_participant_pass" ON "call_participant" ("pass_hash") WHERE "pass_hash" IS NOT NULL;

      CREATE TABLE "call_invitation" (
        "id" uuid NOT NULL,
        "call_id" uuid NOT NULL,
        "name" text NOT NULL,
        "guest" text NOT NULL,
        "token_hash" text NOT NULL,
        "expires_at" timestamptz NOT NULL,
        "used_at" timestamptz,
        PRIMARY KEY ("id"),
        CONSTRAINT "call_invitation_call_fk" FOREIGN KEY ("call_id") REFERENCES "call" ("id")
      );
      CREATE UNIQUE INDEX "call_invitation_token" ON "call_invitation" ("token_hash");
      CREATE INDEX "call_invitation_call" ON "call_invitation" ("call_id");

      CREATE TABLE "call_signal" (
        "call_id" uuid NOT NULL,
        "number" int NOT NULL,
        "signal" jsonb NOT NULL,
        PRIMARY KEY ("call_id", "number"),
        CONSTRAINT "call_signal_call_fk" FOREIGN KEY ("call_id") REFERENCES "call" ("id")
      );

      CREATE TABLE "call_webhook" (
        "id" text NOT NULL,
        "at" timestamptz NOT NULL,
        PRIMARY KEY ("id")
      );
      CREATE INDEX "call_webhook_at" ON "call_webhook" ("at");
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE "call_webhook";
      DROP TABLE "call_signal";
      DROP TABLE "call_invitation";
      DROP TABLE "call_participant";
      DROP TABLE "call";
    `);
  }
}
