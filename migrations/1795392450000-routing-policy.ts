import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of the routing policy, append-only; snapshots of the network; how often the router moved a case. */
export class RoutingPolicy1795392450000 implements MigrationInterface {
  name = 'RoutingPolicy1795392450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "routing_policy" (
        "version" integer NOT NULL,
        "document" jsonb NOT NULL,
        "in_force_from" TIMESTAMP WITH TIME ZONE NOT NULL,
        "made_by" text,
        "made_by_hsa_id" text,
        "note" text,
        CONSTRAINT "PK_routing_policy" PRIMARY KEY ("version")
      );
      CREATE TRIGGER routing_policy_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "routing_policy"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TABLE "network_snapshot" (
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "units" jsonb NOT NULL,
        CONSTRAINT "PK_network_snapshot" PRIMARY KEY ("at")
      );
      DROP INDEX "care_case_wait";
      ALTER TABLE "care_case" ADD "times_moved" integer NOT NULL DEFAULT 0;
      CREATE INDEX "care_case_waiting_since" ON "care_case" ("waiting_since") WHERE "waiting_since" IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "care_case_waiting_since";
      CREATE INDEX "care_case_wait" ON "care_case" ("unit_id", "competence", "urgency", "claimed_at")
        WHERE "claimed_at" IS NOT NULL;
      ALTER TABLE "care_case" DROP COLUMN "times_moved";
      DROP TABLE "network_snapshot";
      DROP TRIGGER routing_policy_append_only ON "routing_policy";
      DROP TABLE "routing_policy";
    `);
  }
}
