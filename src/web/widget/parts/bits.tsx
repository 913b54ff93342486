import { type ReactNode, Suspense } from 'react';
import type { FailureCode, ProblemError } from '../../api/api.js';
import type { Translator } from '../../i18n/i18n.js';
import { FailureBoundary } from '../../ui/failure-boundary.js';
import type { commonTexts } from '../texts/common.js';
import { useCommon } from '../widget.js';
import { answerProblem } from './answer-problem.js';

interface FoldProps {
  title: string;
  children: ReactNode;
  open?: boolean;
  onToggle?: (open: boolean) => void;
}

/** Something folded away that can be opened. */
export function Fold({ title, children, open, onToggle }: FoldProps) {
  return (
    <details className="fold" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div className="fold-inside">{children}</div>
    </details>
  );
}

interface NoticeProps {
  kind?: 'quiet' | 'warn' | 'problem';
  children: ReactNode;
}

/** A calm box with something to know; a problem is read out at once. */
export function Notice({ kind = 'quiet', children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : undefined}>
      {children}
    </div>
  );
}

/** Something could not be fetched; pressing asks again. */
export function LoadFailed({ again }: { again: () => void }) {
  const { t } = useCommon();
  return (
    <Notice kind="problem">
      <p>{t('loadFailed')}</p>
      <button type="button" className="button" onClick={again}>
        {t('tryAgain')}
      </button>
    </Notice>
  );
}

function PartFailed({ page, again }: { page: boolean; again: () => void }) {
  const { t } = useCommon();
  if (!page) return <LoadFailed again={again} />;
  return (
    <div className="view stack">
      <h1 className="title">{t('title')}</h1>
      <LoadFailed again={again} />
    </div>
  );
}

interface SafePartProps {
  children: ReactNode;
  optional?: boolean;
  /** What is shown when it is all of the page: another view is not the one that failed. */
  of?: string;
}

/** A part that says so when it fails, or says nothing where one can do without it; the others go on. */
export function SafePart({ children, optional, of }: SafePartProps) {
  return (
    <FailureBoundary
      of={of}
      instead={(again) => (optional ? null : <PartFailed page={of !== undefined} again={again} />)}
    >
      <Suspense fallback={optional ? null : <Loading />}>{children}</Suspense>
    </FailureBoundary>
  );
}

/** Why something did not work and what to do; says nothing when all is well. */
export function ProblemNotice({ problem }: { problem: ProblemError | null }) {
  const { t, language } = useCommon();
  if (!problem) return null;
  const said = problem.code === 'wrong-answer' ? answerProblem(problem.problem, language) : null;
  return <Notice kind="problem">{said ?? problemText(problem.code, t)}</Notice>;
}

type CommonTexts = Translator<typeof commonTexts>['t'];

/** What a part of the page tells itself where it may come, or cannot be helped by the reader. */
type ToldAsOurs =
  | 'away'
  | 'timeout'
  | 'database-away'
  | 'calls-away'
  | 'channel-away'
  | 'internal'
  | 'wrong-csrf-token'
  | 'wrong-code'
  | 'enough-cases'
  | 'old-page'
  | 'time-taken'
  | 'not-an-image'
  | 'too-large'
  | 'too-many-requests';

/** A kind of problem in the reader's language; what cannot be helped by the reader is all one to them. */
export function problemText(code: FailureCode, t: CommonTexts): string {
  switch (code) {
    case 'bad-input':
      return t('problemInput');
    case 'not-signed-in':
    case 'session-expired':
      return t('problemSession');
    case 'not-allowed':
    case 'not-found':
      return t('problemNotYours');
    case 'conflict':
    case 'wrong-state':
    case 'wrong-answer':
    case 'wrong-flow-version':
      return t('problemChanged');
    case 'storage-full':
      return t('problemStorage');
    default:
      // Named, so that a new code has to be placed; one that only a newer server knows comes here too.
      code satisfies ToldAsOurs;
      return t('wentWrong');
  }
}

interface BusyButtonProps {
  busy: boolean;
  busyText?: string;
  className?: string;
  type?: 'button' | 'submit';
  onClick?: () => void;
  children: ReactNode;
}

/** A button that stays in place and in focus while its work runs, and ignores a second press. */
export function BusyButton({
  busy,
  busyText,
  className = '',
  type = 'button',
  onClick,
  children,
}: BusyButtonProps) {
  return (
    <button
      type={type}
      className={`button ${className}`}
      aria-disabled={busy}
      aria-busy={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {busy && busyText ? busyText : children}
    </button>
  );
}

/** A field's error, tied to it by id. */
export function FieldProblem({ id, children }: { id: string; children: string | null }) {
  return (
    <p id={id} className={children ? 'field-problem' : 'field-problem field-problem-none'} role="alert">
      {children}
    </p>
  );
}

/** Said while something is fetched. */
export function Loading({ text }: { text?: string }) {
  const { t } = useCommon();
  return (
    <div className="loading" role="status">
      <span className="loading-bar" aria-hidden="true" />
      {text ?? t('loading')}
    </div>
  );
}
