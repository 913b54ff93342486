import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What residents see of a case is made from what was decided, not from all that was said: that is found by itself. */
export class WhatWasTold1795393560000 implements MigrationInterface {
  name = 'WhatWasTold1795393560000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "timeline_entry_not_said" ON "timeline_entry" ("case_id", "number")
         WHERE "kind" NOT IN ('message', 'answer', 'note')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "timeline_entry_not_said"');
  }
}
