import type { FlowList, FlowPage, SignFlow, TriedFlow, TryFlow, WithdrawReview } from '../flows.js';

/** What the desk calls for clinical editors, who read, try out and review the triage flows. */
export interface EditorRoutes {
  'GET /api/desk/flows': { answer: FlowList };
  'GET /api/desk/flows/:flowId': { query: { hash?: string }; answer: FlowPage };
  'POST /api/desk/flows/:flowId/try-out': {
    body: TryFlow;
    answer: TriedFlow;
    problems: 'wrong-answer' | 'wrong-state';
  };
  'POST /api/desk/flows/:flowId/reviews': { body: SignFlow; answer: FlowPage; problems: 'conflict' };
  'POST /api/desk/flows/:flowId/reviews/:reviewId/withdrawal': {
    body: WithdrawReview;
    answer: FlowPage;
    problems: 'conflict' | 'wrong-state';
  };
}
