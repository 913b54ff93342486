import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which language an interpreter is asked for; of cases from before, for none. */
export class Interpreters1795393720000 implements MigrationInterface {
  name = 'Interpreters1795393720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "care_case" ADD COLUMN "interpreter" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "care_case" DROP COLUMN "interpreter"');
  }
}
