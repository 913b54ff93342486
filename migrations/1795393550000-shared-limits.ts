import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits that count over all processes. */
export class SharedLimits1795393550000 implements MigrationInterface {
  name = 'SharedLimits1795393550000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "shared_limit" ("key" text NOT NULL, "used" integer NOT NULL,
         "until" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "shared_limit_pk" PRIMARY KEY ("key"))`,
    );
    await runner.query('CREATE INDEX "shared_limit_until" ON "shared_limit" ("until")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "shared_limit"');
  }
}
