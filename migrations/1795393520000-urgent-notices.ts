import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which notices were decided at urgency 1 or 2. */
export class UrgentNotices1795393520000 implements MigrationInterface {
  name = 'UrgentNotices1795393520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "delivery" ADD COLUMN "urgent" boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "delivery" DROP COLUMN "urgent"');
  }
}
