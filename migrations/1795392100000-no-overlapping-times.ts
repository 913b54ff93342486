import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A performer's bookable times can never overlap: the database refuses it. */
export class NoOverlappingTimes1795392100000 implements MigrationInterface {
  name = 'NoOverlappingTimes1795392100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      ALTER TABLE "bookable_time" ADD CONSTRAINT "bookable_time_no_overlap"
        EXCLUDE USING gist ("performer_commission_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "bookable_time" DROP CONSTRAINT "bookable_time_no_overlap"`);
  }
}
