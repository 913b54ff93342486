import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a channel may have got a notice that is under way; of those that were when this came, it may. */
export class HandedOver1795393640000 implements MigrationInterface {
  name = 'HandedOver1795393640000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "delivery" ADD COLUMN "handed_over" boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "delivery" DROP COLUMN "handed_over"');
  }
}
