import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why what is sent to an address or a number does not arrive. */
export class WhyNotReached1795393620000 implements MigrationInterface {
  name = 'WhyNotReached1795393620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contact_point" ADD COLUMN "failed_why" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "contact_point" DROP COLUMN "failed_why"');
  }
}
