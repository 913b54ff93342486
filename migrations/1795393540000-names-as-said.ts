import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which names were only said on the telephone: a sign-in puts its own in their place. */
export class NamesAsSaid1795393540000 implements MigrationInterface {
  name = 'NamesAsSaid1795393540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "person" ADD COLUMN "is_name_said" boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "person" DROP COLUMN "is_name_said"');
  }
}
