import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries of residents name their writer by id; what a former holder may see of a case is how it stood then. */
export class WritersAndPastHolders1795392810000 implements MigrationInterface {
  name = 'WritersAndPastHolders1795392810000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "timeline_entry" DISABLE TRIGGER timeline_entry_append_only;
      -- Until now only the name was kept. Where it may be either of two, nobody is taken for the writer.
      UPDATE "timeline_entry" entry SET "actor" = entry."actor" || jsonb_build_object('personId', (
        SELECT CASE WHEN count(*) = 1 THEN min(person."id"::text) END
        FROM "care_case" JOIN "person" ON person."id" IN (care_case."resident_id", care_case."patient_id")
        WHERE care_case."id" = entry."case_id"
          AND person."given_name" || ' ' || person."family_name" = entry."actor"->>'name'))
      WHERE entry."actor"->>'kind' = 'resident';
      ALTER TABLE "timeline_entry" ENABLE TRIGGER timeline_entry_append_only;

      ALTER TABLE "former_holder" ADD "case_then" jsonb;
      -- Of those that were lost before nothing else is known than how they stand now.
      UPDATE "former_holder" SET "case_then" = jsonb_build_object(
        'state', care_case."state", 'urgency', care_case."urgency", 'competence', care_case."competence",
        'unitId', care_case."unit_id", 'holderCommissionId', care_case."holder_commission_id",
        'placement', care_case."placement", 'outcome', care_case."outcome",
        'seenByStaff', care_case."seen_by_staff", 'seenByResident', care_case."seen_by_resident",
        'waitingSince', care_case."waiting_since", 'dueAt', care_case."due_at",
        'firstAnswerAt', care_case."first_answer_at")
      FROM "care_case" WHERE care_case."id" = "case_id";
      ALTER TABLE "former_holder" ALTER "case_then" SET NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "former_holder" DROP COLUMN "case_then";
      ALTER TABLE "timeline_entry" DISABLE TRIGGER timeline_entry_append_only;
      UPDATE "timeline_entry" SET "actor" = "actor" - 'personId' WHERE "actor"->>'kind' = 'resident';
      ALTER TABLE "timeline_entry" ENABLE TRIGGER timeline_entry_append_only;
    `);
  }
}
