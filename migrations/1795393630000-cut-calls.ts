import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is kept of a telephone call that was cut off is the case's, and not the decision's that placed it: a later decision
 * keeps it. Where the column is empty the decision is read, as processes of an earlier version write it there.
 */
export class CutCalls1795393630000 implements MigrationInterface {
  name = 'CutCalls1795393630000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "care_case" ADD COLUMN "cut_call" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE "care_case" SET "placement" = jsonb_set("placement", '{inputs}', ("placement"->'inputs') || "cut_call")
      WHERE "cut_call" IS NOT NULL AND "placement"->'reason'->>'code' = 'call-cut-off'
    `);
    await runner.query('ALTER TABLE "care_case" DROP COLUMN "cut_call"');
  }
}
