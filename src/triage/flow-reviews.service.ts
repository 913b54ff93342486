import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type { SignFlow, WithdrawReview } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { type Flow, GENERAL_FLOW_ID } from './flow.types.js';
import { FlowReview } from './flow-review.entity.js';
import { holdingReviews } from './flow-review.rule.js';
import { Flows } from './flows.service.js';

/** The reviews that clinical editors record. What is served goes by them at each start, not in between. */
@Injectable()
export class FlowReviews {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly flows: Flows,
    private readonly clock: Clock,
  ) {}

  /** Reviews and withdrawals in their order; of one flow or of all. */
  recorded(flowId?: string, manager: EntityManager = this.dataSource.manager): Promise<FlowReview[]> {
    return manager.find(FlowReview, {
      where: flowId === undefined ? {} : { flowId },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /**
   * Records that the editor has read and tried the content of the present files. The same id again changes nothing.
   * @throws ProblemException conflict when the files have changed meanwhile, or the editor has reviewed it already
   */
  async sign(editor: CommissionCaller, flow: Flow, { id, hash, comment }: SignFlow): Promise<void> {
    await this.write(flow.id, async (manager, rows) => {
      if (await isWritten(manager, id, (row) => row.withdraws === null && row.hash === hash, editor))
        return null;
      if (flow.hash !== hash) {
        const detail = 'The flow has changed since it was shown. Read and try the present content first.';
        throw new ProblemException('conflict', detail);
      }
      const own = (row: FlowReview) => row.hash === hash && row.staffHsaId === editor.staffHsaId;
      if (holdingReviews(rows).some(own))
        throw new ProblemException('conflict', 'You have reviewed exactly this content already.');
      return this.row(editor, flow, { id, comment, withdraws: null });
    });
  }

  /**
   * Takes a review back; what it was stays readable. The same id again changes nothing.
   * @throws ProblemException wrong-state when it was withdrawn already, or the service could not start without it
   */
  async withdraw(
    editor: CommissionCaller,
    flowId: string,
    reviewId: string,
    { id, comment }: WithdrawReview,
  ): Promise<void> {
    await this.write(flowId, async (manager, rows) => {
      if (await isWritten(manager, id, (row) => row.withdraws === reviewId, editor)) return null;
      const review = rows.find((row) => row.id === reviewId && row.withdraws === null);
      if (!review)
        throw badInput([{ field: 'reviewId', message: 'must be the id of a review of this flow' }]);
      const holding = holdingReviews(rows);
      if (!holding.includes(review))
        throw new ProblemException('wrong-state', 'The review has been withdrawn already.');
      const left = holding.some(({ hash, id: other }) => hash === review.hash && other !== reviewId);
      if (!left && this.isNeeded(review)) {
        const detail = `The flow ${GENERAL_FLOW_ID} takes what fits no other: without its review nothing could start again. Review another content of it first.`;
        throw new ProblemException('wrong-state', detail);
      }
      const { version, hash } = review;
      return this.row(editor, { id: flowId, version, hash }, { id, comment, withdraws: reviewId });
    });
  }

  /** Whether the next start would be refused without a review of this content. */
  private isNeeded({ flowId, hash }: FlowReview): boolean {
    const present = this.flows.all.find((flow) => flow.id === flowId);
    return (
      flowId === GENERAL_FLOW_ID &&
      !this.flows.draftsServed &&
      present?.hash === hash &&
      present.review === 'draft'
    );
  }

  private row(
    editor: CommissionCaller,
    { id: flowId, version, hash }: Pick<Flow, 'id' | 'version' | 'hash'>,
    own: Pick<FlowReview, 'id' | 'comment' | 'withdraws'>,
  ): Partial<FlowReview> {
    return {
      ...own,
      at: this.clock.now(),
      flowId,
      version,
      hash,
      staffHsaId: editor.staffHsaId,
      staffName: editor.staffName,
      commissionHsaId: editor.commissionHsaId,
    };
  }

  /** One at a time for each flow. */
  private async write(
    flowId: string,
    decide: (manager: EntityManager, rows: FlowReview[]) => Promise<Partial<FlowReview> | null>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [flowId]);
      const row = await decide(manager, await this.recorded(flowId, manager));
      if (row) await manager.insert(FlowReview, row);
    });
  }
}

/** Whether this was asked for before, by the same person. @throws ProblemException conflict when the id was used for something else */
async function isWritten(
  manager: EntityManager,
  id: string,
  isSame: (row: FlowReview) => boolean,
  { staffHsaId }: CommissionCaller,
): Promise<boolean> {
  const row = await manager.findOneBy(FlowReview, { id });
  if (!row) return false;
  if (row.staffHsaId === staffHsaId && isSame(row)) return true;
  throw new ProblemException('conflict', 'This id was used for something else; make a new one.', [
    { field: 'id', message: 'must be a new UUID' },
  ]);
}
