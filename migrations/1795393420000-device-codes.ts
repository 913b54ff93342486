import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time codes that take cases without a name to other devices. */
export class DeviceCodes1795393420000 implements MigrationInterface {
  name = 'DeviceCodes1795393420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "device_code" (
        "case_id" uuid NOT NULL,
        "id" uuid NOT NULL,
        "code_hash" text NOT NULL,
        "made_by_session_id" uuid NOT NULL,
        "valid_until" TIMESTAMP WITH TIME ZONE NOT NULL,
        "used_at" TIMESTAMP WITH TIME ZONE,
        CONSTRAINT "device_code_pk" PRIMARY KEY ("case_id"),
        CONSTRAINT "device_code_case_fk" FOREIGN KEY ("case_id") REFERENCES "care_case"("id")
      )`);
    await runner.query('CREATE UNIQUE INDEX "device_code_id" ON "device_code" ("id")');
    await runner.query('CREATE UNIQUE INDEX "device_code_hash" ON "device_code" ("code_hash")');
    await runner.query('CREATE INDEX "device_code_valid_until" ON "device_code" ("valid_until")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "device_code"');
  }
}
