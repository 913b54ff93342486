import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search at the desk: words of a case within its unit, as Swedish and as they are written; names by their parts; the
 * newest cases of a unit, and those that it sees without having them.
 */
export class Search1795393580000 implements MigrationInterface {
  name = 'Search1795393580000';

  async up(runner: QueryRunner): Promise<void> {
    // Indexes of years of cases take their time.
    await runner.query(`
      SET LOCAL statement_timeout = 0;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS btree_gin;
      CREATE FUNCTION case_words(words text, reason jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT to_tsvector('pg_catalog.swedish', words || ' ' || coalesce(reason->>'sv', ''))
          || to_tsvector('pg_catalog.simple', words || ' ' || coalesce(reason->>'sv', '') || ' ' || coalesce(reason->>'en', ''))
      $$;
      CREATE FUNCTION person_words(given_name text, family_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT ' ' || lower(translate(given_name || ' ' || family_name, '-', ' '))
      $$;
      CREATE INDEX "care_case_words" ON "care_case" USING gin ("unit_id", case_words("words", "reason"));
      CREATE INDEX "person_name" ON "person" USING gin (person_words("given_name", "family_name") gin_trgm_ops);
      CREATE INDEX "care_case_unit_started" ON "care_case" ("unit_id", "started_at");
      CREATE INDEX "care_case_consulted_units" ON "care_case" USING gin ("consulted_unit_ids")
        WHERE "state" IN ('waiting', 'held');
      CREATE INDEX "care_case_opened_at_unit" ON "care_case" ("opened_at_unit_id") WHERE "opened_at_unit_id" IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX "care_case_opened_at_unit";
      DROP INDEX "care_case_consulted_units";
      DROP INDEX "care_case_unit_started";
      DROP INDEX "person_name";
      DROP INDEX "care_case_words";
      DROP FUNCTION person_words(text, text);
      DROP FUNCTION case_words(text, jsonb);
    `);
  }
}
