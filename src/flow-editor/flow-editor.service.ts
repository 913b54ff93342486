import { Injectable } from '@nestjs/common';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type {
  FlowContentLine,
  FlowDrawing,
  FlowList,
  FlowPage,
  FlowProof,
  Language,
  SignFlow,
  TriedFlow,
  TryFlow,
  UrgencyFigures,
  WithdrawReview,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import type { Flow } from '../triage/flow.types.js';
import { dotOf } from '../triage/flow-dot.js';
import { drawingInWords, drawingOf } from '../triage/flow-drawing.js';
import { FlowFileError } from '../triage/flow-file.js';
import { flowInWords } from '../triage/flow-in-words.js';
import { findFlows } from '../triage/flow-loader.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { type RecordedReview, reviewRows, reviewStateOf } from '../triage/flow-review.rule.js';
import { FlowReviews } from '../triage/flow-reviews.service.js';
import { FlowWords } from '../triage/flow-words.js';
import { Flows, type StoredContent } from '../triage/flows.service.js';
import { fitsOfOffered, promisesOf, readProofRecord } from '../triage/proof-records.js';
import { type Demand, loadSafetyRules, rulesReaching, signsOf } from '../triage/safety-rules.js';
import { DescribedPatients } from './described-patients.js';
import { tryFlow } from './try-out.rule.js';
import { type CountedCases, figuresBy, figuresOfParts, urgencyFigures } from './urgency-figures.rule.js';
import { CountedUrgencies, FIGURE_DAYS } from './urgency-figures.service.js';

/** What clinical editors do with flows: read, try out, review. */
@Injectable()
export class FlowEditor {
  private readonly described: DescribedPatients;
  private chapters: ReadonlyMap<string, string> | null = null;
  private demands: readonly Demand[] | null = null;

  constructor(
    private readonly flows: Flows,
    private readonly reviews: FlowReviews,
    private readonly urgencies: CountedUrgencies,
  ) {
    this.described = new DescribedPatients();
  }

  async list(): Promise<FlowList> {
    const [contents, recorded, counted] = await Promise.all([
      this.flows.contents(),
      this.reviews.recorded(),
      this.urgencies.count(),
    ]);
    const contentsOf = byFlow(contents);
    const recordedOf = byFlow(recorded);
    const figures = figuresBy(counted, ({ flowId }) => flowId);
    return {
      flows: this.flows.all.map((flow) => ({
        id: flow.id,
        chapter: this.chapterOf(flow.id),
        name: flow.name,
        line: flow.line,
        version: flow.version,
        hash: flow.hash,
        review: reviewStateOf(flow, contentsOf.get(flow.id) ?? [], recordedOf.get(flow.id) ?? []),
        served: this.flows.isServed(flow),
        figures: figures.get(flow.id) ?? urgencyFigures([]),
      })),
      draftsServed: this.flows.draftsServed,
      figureDays: FIGURE_DAYS,
    };
  }

  /** @throws ProblemException bad-input for a flow or a content that there never was here */
  async page(flowId: string, hash?: string): Promise<FlowPage> {
    const { contents, shown, compiled } = await this.find(flowId, hash);
    const [recorded, counted] = await Promise.all([
      this.reviews.recorded(flowId),
      this.urgencies.count(flowId),
    ]);
    const line = (content: StoredContent) => this.lineOf(content, contents, recorded);
    const { longest, median, patients } = await this.described.of(compiled, this.placeOf(shown));
    const own = counted.filter(({ version }) => version === shown.version);
    const figures =
      figuresOfParts(counted, ({ version }) => version).get(shown.version) ?? urgencyFigures([]);
    return {
      words: flowInWords(compiled),
      chapter: this.chapterOf(flowId),
      shown: line(shown),
      contents: contents.map(line),
      reviews: reviewRows(recorded),
      draftsServed: this.flows.draftsServed,
      longest,
      median,
      proof: this.proofOf(compiled.flow),
      safetyRules: rulesReaching(this.safetyDemands(), signsOf(compiled.flow)),
      drawing: { sv: drawn(compiled, 'sv'), en: drawn(compiled, 'en') },
      patients,
      figures,
      figuresByRule: byRule(own, figures),
      figureDays: FIGURE_DAYS,
    };
  }

  /** Answers as the flow would answer a resident; nothing is stored. */
  async tryOut(flowId: string, { hash, ageMonths, sex, answers }: TryFlow): Promise<TriedFlow> {
    const { compiled } = await this.find(flowId, hash);
    const given = new Map(answers.map(({ questionId, value }) => [questionId, value]));
    const tried = tryFlow(compiled, { ageMonths, sex, pregnant: null }, given);
    if (tried.ok) return { view: tried.view };
    const { error, questionId } = tried;
    const at = answers.findLastIndex((answer) => answer.questionId === questionId);
    const field = at < 0 ? 'ageMonths' : `answers.${at}.value`;
    const code = at < 0 ? 'wrong-state' : 'wrong-answer';
    throw new ProblemException(code, error.message.sv, [{ field, message: error.message.en }]);
  }

  async sign(editor: CommissionCaller, flowId: string, body: SignFlow): Promise<FlowPage> {
    await this.find(flowId, body.hash);
    const flow = this.present(flowId);
    if (!flow)
      throw new ProblemException(
        'conflict',
        'The flow is no longer among the files; nothing is served of it.',
      );
    await this.reviews.sign(editor, flow, body);
    return this.page(flowId, body.hash);
  }

  async withdraw(
    editor: CommissionCaller,
    flowId: string,
    reviewId: string,
    body: WithdrawReview,
  ): Promise<FlowPage> {
    await this.contentsOf(flowId);
    await this.reviews.withdraw(editor, flowId, reviewId, body);
    return this.page(flowId);
  }

  private async find(
    flowId: string,
    hash?: string,
  ): Promise<{ contents: StoredContent[]; shown: StoredContent; compiled: CompiledFlow }> {
    const contents = await this.contentsOf(flowId);
    const wanted = hash ?? this.present(flowId)?.hash;
    const shown = wanted ? contents.find((content) => content.hash === wanted) : contents[0];
    if (!shown) throw badInput([{ field: 'hash', message: 'must be the hash of a content of the flow' }]);
    try {
      return { contents, shown, compiled: await this.flows.withHash(shown.hash) };
    } catch (error) {
      if (!(error instanceof FlowFileError)) throw error;
      const message = 'must be of a content that can still be read; this one has an older form';
      throw badInput([{ field: 'hash', message }]);
    }
  }

  private async contentsOf(flowId: string): Promise<StoredContent[]> {
    const contents = await this.flows.contents(flowId);
    if (contents.length > 0) return contents;
    const message = 'must be the id of a flow, as GET /api/desk/flows names them';
    throw badInput([{ field: 'flowId', message }]);
  }

  private present(flowId: string): Flow | undefined {
    return this.flows.all.find(({ id }) => id === flowId);
  }

  private lineOf(
    { hash, flowId, version, review, firstLoadedAt }: StoredContent,
    contents: readonly StoredContent[],
    recorded: readonly RecordedReview[],
  ): FlowContentLine {
    return {
      hash,
      version,
      firstLoadedAt: firstLoadedAt.toISOString(),
      current: this.present(flowId)?.hash === hash,
      served: this.flows.isServed({ id: flowId, hash }),
      review: reviewStateOf({ hash, version, review }, contents, recorded),
    };
  }

  private chapterOf(flowId: string): string | null {
    const { places } = this.chapters ? { places: null } : findFlows(this.flows.directory);
    if (places) this.chapters = new Map(places.map(({ id, chapter }) => [id, chapter]));
    return this.chapters?.get(flowId) ?? null;
  }

  /** Null when nobody has proved exactly this content with the present safety rules. */
  private proofOf(flow: Flow): FlowProof | null {
    const offered = fitsOfOffered(flow, (flowId) => this.present(flowId)?.fits);
    const record = readProofRecord({ flow, demands: this.safetyDemands(), offered });
    return record && { at: record.at, longest: record.longest, promises: promisesOf(record) };
  }

  private safetyDemands(): readonly Demand[] {
    this.demands ??= loadSafetyRules(this.flows.directory).rules.demands;
    return this.demands;
  }

  /** Where the described patients stand; only those of the present files are known. */
  private placeOf({ flowId, hash }: StoredContent) {
    if (this.present(flowId)?.hash !== hash) return null;
    return findFlows(this.flows.directory).places.find(({ id }) => id === flowId) ?? null;
  }
}

function drawn(compiled: CompiledFlow, language: Language): FlowDrawing {
  const words = new FlowWords(compiled.flow, language);
  const drawing = drawingOf(compiled, words);
  return { dot: dotOf(drawing), inWords: drawingInWords(drawing, words) };
}

function byRule(counted: readonly CountedCases[], whole: UrgencyFigures): FlowPage['figuresByRule'] {
  const parts = figuresOfParts(counted, ({ rule }) => rule, whole);
  return [...parts].map(([rule, figures]) => ({ rule, ...figures }));
}

function byFlow<R extends { flowId: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const known = groups.get(row.flowId);
    if (known) known.push(row);
    else groups.set(row.flowId, [row]);
  }
  return groups;
}
