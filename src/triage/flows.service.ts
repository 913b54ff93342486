import path from 'node:path';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { NewCases } from '../config/new-cases.js';
import { ProblemException } from '../config/problem.exception.js';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { TimelineBodies } from '../contracts/index.js';
import type { AlarmFound } from './alarm-match.rule.js';
import { waitingFlow } from './check-ins.rule.js';
import { FlowDefinition } from './flow.entity.js';
import type { Flow } from './flow.types.js';
import { GENERAL_FLOW_ID } from './flow.types.js';
import { FlowFileError } from './flow-file.js';
import { type Finder, type FlowFiles } from './flow-files.js';
import { recallFlow } from './flow-loader.js';
import { type CompiledFlow, compileFlow } from './flow-machine.rule.js';
import { FlowReview } from './flow-review.entity.js';
import { holdingReviews } from './flow-review.rule.js';
import { reviewLockFaults } from './review-lock.js';
import { draftsServed, isDraft, servedFlows } from './served-flows.rule.js';

/** Injection token of `FlowFiles`. */
export const FLOW_SOURCE = Symbol('flow files');

/** Said loudly at the start. */
const NOBODY_SERVED =
  'NO FLOW IS SERVED: no clinician has reviewed the flow general, which takes what fits no other. Residents cannot begin a ' +
  'case and are told to call instead. Have it reviewed and start again, or set FLOWS_ALLOW_DRAFTS=true.';

/** A stored content, without the content itself. */
export type StoredContent = Omit<FlowDefinition, 'definition'>;

/**
 * The flows: read from their files at start, and stored so that old cases find the exact content they began
 * with.
 */
@Injectable()
export class Flows implements OnModuleInit {
  private readonly logger = new Logger(Flows.name);
  /** Those of the files, also the ones that are not served. */
  private loaded: readonly Flow[] = [];
  private current = new Map<string, Flow>();
  /** Hashes with a recorded review that held at the start. */
  private reviewed: ReadonlySet<string> = new Set();
  /** Compiled at the first case, so that a start does not wait for flows that nobody asks for yet. */
  private readonly byHash = new Map<string, CompiledFlow>();
  private finder!: Finder;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(FLOW_SOURCE) private readonly files: FlowFiles,
    private readonly newCases: NewCases,
  ) {}

  get count(): number {
    return this.current.size;
  }

  /** Where the files lie. */
  get directory(): string {
    return path.resolve(PROJECT_ROOT, this.settings.FLOWS_DIR);
  }

  /** Whether flows that no clinician has reviewed are served as well. */
  get draftsServed(): boolean {
    return draftsServed(this.settings);
  }

  /** Every flow of the files, served or not. */
  get all(): readonly Flow[] {
    return this.loaded;
  }

  /** Whether new cases get exactly this content. */
  isServed({ id, hash }: Pick<Flow, 'id' | 'hash'>): boolean {
    return this.current.get(id)?.hash === hash;
  }

  /** Whether no clinician had reviewed exactly this content when the program started. */
  isDraft(flow: Pick<Flow, 'review' | 'hash'>): boolean {
    return isDraft(flow, this.reviewed);
  }

  /** @throws FlowFileError when a file is wrong: the application then does not start */
  async onModuleInit(): Promise<void> {
    const { directory } = this;
    const all = this.files.flows(directory);
    const faults = reviewLockFaults(directory, all);
    if (faults.length > 0) throw new FlowFileError(faults);
    const reviewed = holdingReviews(await this.dataSource.manager.find(FlowReview));
    this.reviewed = new Set(reviewed.map(({ hash }) => hash));
    const { served, leftOut } = servedFlows(all, this.draftsServed, this.reviewed);
    await keepFlows(this.dataSource, all, this.clock.now()); // also what is left out, so that it can be reviewed
    this.newCases.open = served.length > 0;
    if (served.length === 0) this.logger.error(NOBODY_SERVED);
    else if (leftOut.length > 0) {
      this.logger.warn(`Flows left out, as no clinician has reviewed them: ${leftOut.join(', ')}`);
    }
    this.loaded = all;
    this.current = new Map(served.map((flow) => [flow.id, flow]));
    // Those who are here already are still watched for what is dangerous.
    this.finder = this.files.finder(directory, served.length > 0 ? served : all);
  }

  /** Finds contact reasons by a resident's words. */
  get matcher(): Finder['reasons'] {
    return this.finder.reasons;
  }

  /** What is dangerous in a text, the most urgent first. */
  alarmsIn(text: string): AlarmFound[] {
    return this.finder.alarms.find(text);
  }

  /** These alarms as the timeline tells of each. */
  alarmsTold(alarms: readonly AlarmFound[]): TimelineBodies['alarm-found'][] {
    const { file } = this.finder.alarms;
    return alarms.map(({ alarm: { id, urgency, means, help }, written }) => {
      return { alarmId: id, urgency, means, help, written, file };
    });
  }

  /** The flow that a new case with this contact reason uses, else null. */
  find(flowId: string): CompiledFlow | null {
    const flow = this.current.get(flowId);
    return flow ? this.compiled(flow) : null;
  }

  /** The same, not compiled. */
  served(flowId: string): Flow | null {
    return this.current.get(flowId) ?? null;
  }

  get general(): CompiledFlow {
    // The files always have it; for cases that are here it is used also where no new ones may begin.
    return this.compiled(this.loaded.find(({ id }) => id === GENERAL_FLOW_ID) as Flow);
  }

  /**
   * The exact content that a case began with, also when the files have changed since.
   * @throws ProblemException wrong-flow-version when that content was never loaded here
   */
  async withHash(hash: string): Promise<CompiledFlow> {
    const known = this.byHash.get(hash);
    if (known) return known;
    const loaded = this.loaded.find((flow) => flow.hash === hash);
    if (loaded) return this.compiled(loaded);
    const stored = await this.dataSource.manager.findOneBy(FlowDefinition, { hash });
    if (!stored) {
      const detail = 'Frågorna började i en version som inte finns här. Välj en annan sökorsak.';
      const message = 'must be a version that was loaded here; choose another contact reason';
      throw new ProblemException('wrong-flow-version', detail, [{ field: 'flowVersion', message }]);
    }
    return this.compiled(recallFlow(stored.definition));
  }

  /** The same content as it is for somebody whom so many of its check-ins were asked of. */
  async waiting(hash: string, checkIns: number): Promise<CompiledFlow> {
    const { flow } = await this.withHash(hash);
    const key = `${hash} ${checkIns}`;
    const known = this.byHash.get(key);
    if (known) return known;
    const compiled = compileFlow(waitingFlow(flow, checkIns));
    this.byHash.set(key, compiled);
    return compiled;
  }

  /** Every content of a flow that was ever loaded here, the newest first; of one flow or of all. */
  contents(flowId?: string): Promise<StoredContent[]> {
    return this.dataSource.manager.find(FlowDefinition, {
      select: { hash: true, flowId: true, version: true, review: true, firstLoadedAt: true },
      where: flowId === undefined ? {} : { flowId },
      order: { version: 'DESC', firstLoadedAt: 'DESC' },
    });
  }

  private compiled(flow: Flow): CompiledFlow {
    const known = this.byHash.get(flow.hash);
    if (known) return known;
    const compiled = compileFlow(flow);
    this.byHash.set(flow.hash, compiled);
    return compiled;
  }
}

/** Stores the flows whose exact content is not stored yet, so that cases of theirs can go on after a change. */
export async function keepFlows(dataSource: DataSource, flows: readonly Flow[], now: Date): Promise<void> {
  const stored = await dataSource.getRepository(FlowDefinition).find({ select: { hash: true } });
  const known = new Set(stored.map(({ hash }) => hash));
  const added = flows.filter(({ hash }) => !known.has(hash));
  if (added.length === 0) return;
  const rows = added.map(({ hash, id, version, review, document }) => ({
    hash,
    flowId: id,
    version,
    review,
    definition: document,
    firstLoadedAt: now,
  }));
  await dataSource
    .createQueryBuilder()
    .insert()
    .into(FlowDefinition)
    .values(rows)
    .orIgnore() // another process may store them at the same time
    .execute();
}
