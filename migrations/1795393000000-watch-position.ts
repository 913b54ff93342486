import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to when what residents write was read for alarms. */
export class WatchPosition1795393000000 implements MigrationInterface {
  name = 'WatchPosition1795393000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "watch_position" (
        "id" smallint NOT NULL,
        "read_until" timestamptz NOT NULL,
        CONSTRAINT "watch_position_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "watch_position_is_one" CHECK ("id" = 1)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "watch_position"');
  }
}
