import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the resident last had the case on their screen, so that staff see whether they are there. */
export class ResidentHere1795393150000 implements MigrationInterface {
  name = 'ResidentHere1795393150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "care_case" ADD COLUMN "resident_here_at" TIMESTAMP WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "care_case" DROP COLUMN "resident_here_at"');
  }
}
