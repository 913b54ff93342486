import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk's queue, "next case" and the usual wait are asked for all day: with years of cases none reads a whole table. */
export class IndexesForHotQueries1795392200000 implements MigrationInterface {
  name = 'IndexesForHotQueries1795392200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX "care_case_unit" ON "care_case" ("unit_id", "state", "closed_at");
      CREATE INDEX "care_case_wait" ON "care_case" ("unit_id", "competence", "urgency", "claimed_at")
        WHERE "claimed_at" IS NOT NULL;
      CREATE INDEX "timeline_entry_claim" ON "timeline_entry" ("id") WHERE "kind" = 'claimed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "timeline_entry_claim";
      DROP INDEX "care_case_wait";
      DROP INDEX "care_case_unit";
    `);
  }
}
