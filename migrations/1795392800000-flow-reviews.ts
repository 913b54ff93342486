import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews of triage flows that clinical editors record, and withdraw; append-only. */
export class FlowReviews1795392800000 implements MigrationInterface {
  name = 'FlowReviews1795392800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "flow_review" (
        "id" uuid NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "flow_id" text NOT NULL,
        "version" integer NOT NULL,
        "hash" text NOT NULL,
        "staff_hsa_id" text NOT NULL,
        "staff_name" text NOT NULL,
        "commission_hsa_id" text NOT NULL,
        "comment" text,
        "withdraws" uuid,
        CONSTRAINT "flow_review_pk" PRIMARY KEY ("id"),
        CONSTRAINT "flow_review_content_fk" FOREIGN KEY ("hash") REFERENCES "flow_definition"("hash")
          ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT "flow_review_withdraws_fk" FOREIGN KEY ("withdraws") REFERENCES "flow_review"("id")
          ON DELETE NO ACTION ON UPDATE NO ACTION
      );
      CREATE INDEX "flow_review_flow" ON "flow_review" ("flow_id", "at");
      CREATE INDEX "flow_review_content" ON "flow_review" ("hash");
      CREATE UNIQUE INDEX "flow_review_withdrawn_once" ON "flow_review" ("withdraws");
      CREATE TRIGGER flow_review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "flow_review"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "flow_review"');
  }
}
