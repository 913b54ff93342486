import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The alarms of a case are looked for at each answer: they are found without reading all that was said. */
export class AlarmsOfCase1795393530000 implements MigrationInterface {
  name = 'AlarmsOfCase1795393530000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "timeline_entry_alarm" ON "timeline_entry" ("case_id", "number")
         WHERE "kind" IN ('alarm-found', 'alarm-answered')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "timeline_entry_alarm"');
  }
}
