import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Any sign parts a name, as it parts what is searched for: O'Connor is found as well as Anna-Karin. */
export class PartsOfNames1795393600000 implements MigrationInterface {
  name = 'PartsOfNames1795393600000';

  async up(runner: QueryRunner): Promise<void> {
    await replace(
      runner,
      `regexp_replace(lower(normalize(given_name || ' ' || family_name, NFC)), '[^[:alnum:]]+', ' ', 'g')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, `lower(translate(given_name || ' ' || family_name, '-', ' '))`);
  }
}

/** An index keeps what its function answered before: it is made anew. */
async function replace(runner: QueryRunner, words: string): Promise<void> {
  await runner.query(`
    SET LOCAL statement_timeout = 0;
    DROP INDEX "person_name";
    CREATE OR REPLACE FUNCTION person_words(given_name text, family_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT ' ' || ${words}
    $$;
    CREATE INDEX "person_name" ON "person" USING gin (person_words("given_name", "family_name") gin_trgm_ops);
  `);
}
