import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FlowPage, FlowReviewRow } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useFlowTexts } from './texts.js';

/** Who has read and tried which content; sign, or take a review back. */
export function FlowReviews({ page }: { page: FlowPage }) {
  const { t } = useFlowTexts();
  const [isSigning, setSigning] = useState(false);
  const [withdrawing, setWithdrawing] = useState<FlowReviewRow | null>(null);
  const { reviews, shown } = page;
  return (
    <section className="flows-card" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{t('reviews')}</h2>
      <p className="quiet">{t('reviewCounts')}</p>
      {reviews.length === 0 && <p>{t('noReviews')}</p>}
      <ul className="flows-rows">
        {reviews.map((review) => (
          <li key={review.id}>
            <Review
              review={review}
              isOfShown={review.hash === shown.hash}
              onWithdraw={() => setWithdrawing(review)}
            />
          </li>
        ))}
      </ul>
      {shown.current && (
        <Button className="flows-sign" onClick={() => setSigning(true)}>
          {t('signOpen')}
        </Button>
      )}
      {isSigning && <SignDialog page={page} onClose={() => setSigning(false)} />}
      {withdrawing && (
        <WithdrawDialog page={page} review={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </section>
  );
}

interface ReviewProps {
  review: FlowReviewRow;
  isOfShown: boolean;
  onWithdraw: () => void;
}

function Review({ review, isOfShown, onWithdraw }: ReviewProps) {
  const { t } = useFlowTexts();
  const { time } = useTexts();
  const { by, at, version, comment, withdrawn } = review;
  return (
    <>
      <p>
        <strong>{t('reviewRow', { who: by, version, when: time.moment(at) })}</strong>
      </p>
      {!isOfShown && <p className="quiet">{t('reviewOther')}</p>}
      {comment && <p>{comment}</p>}
      {withdrawn ? (
        <p>
          {t('withdrawnRow', { who: withdrawn.by, when: time.moment(withdrawn.at) })}
          {withdrawn.comment && `: ${withdrawn.comment}`}
        </p>
      ) : (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('withdrawWhich', { who: by })}
          onClick={onWithdraw}
        >
          {t('withdraw')}
        </Button>
      )}
    </>
  );
}

/** A write that answers with the page as it is afterwards. */
function usePageWrite<Body>(page: FlowPage, write: (body: Body) => Promise<FlowPage>, done: () => void) {
  const client = useQueryClient();
  const { hash, current } = page.shown;
  return useMutation<FlowPage, Error, Body>({
    mutationFn: write,
    ...retryPassing,
    onSuccess: (after) => {
      const isSame = after.shown.hash === hash;
      if (isSame) client.setQueryData(keys.flow(page.words.id, current ? null : hash), after);
      void client.invalidateQueries({ queryKey: keys.flows });
      done();
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.passing) return;
      void client.invalidateQueries({ queryKey: keys.flows });
    },
  });
}

/** Why it was refused, in words about reviews; other problems are told as everywhere. */
function refusal(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.code === code;
}

function SignDialog({ page, onClose }: { page: FlowPage; onClose: () => void }) {
  const { t } = useFlowTexts();
  const { api } = useDesk();
  const ids = useWriteId();
  const [isRead, setRead] = useState(false);
  const [isTried, setTried] = useState(false);
  const [comment, setComment] = useState('');
  const { hash, version } = page.shown;
  const write = usePageWrite(
    page,
    (said: string | null) =>
      api.call('POST /api/desk/flows/:flowId/reviews', {
        params: { flowId: page.words.id },
        body: { id: ids.of({ hash, said }), hash, comment: said },
      }),
    () => {
      tell(t('signed'));
      onClose();
    },
  );
  const isRefused = refusal(write.error, 'conflict');
  return (
    <CaseDialog
      title={t('signTitle', { version })}
      confirm={t('sign')}
      isReady={isRead && isTried}
      write={isRefused ? { ...write, error: null } : write}
      onConfirm={() => write.mutate(comment.trim() || null)}
      onClose={onClose}
    >
      <p>{t('signText')}</p>
      <Checkbox
        label={t('signRead')}
        checked={isRead}
        onChange={(event) => setRead(event.currentTarget.checked)}
      />
      <Checkbox
        label={t('signTried')}
        checked={isTried}
        onChange={(event) => setTried(event.currentTarget.checked)}
      />
      <Textarea
        label={t('signComment')}
        value={comment}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {isRefused && <p role="alert">{t('signChanged')}</p>}
    </CaseDialog>
  );
}

interface WithdrawProps {
  page: FlowPage;
  review: FlowReviewRow;
  onClose: () => void;
}

function WithdrawDialog({ page, review, onClose }: WithdrawProps) {
  const { t } = useFlowTexts();
  const { api } = useDesk();
  const ids = useWriteId();
  const [comment, setComment] = useState('');
  const write = usePageWrite(
    page,
    (said: string) =>
      api.call('POST /api/desk/flows/:flowId/reviews/:reviewId/withdrawal', {
        params: { flowId: page.words.id, reviewId: review.id },
        body: { id: ids.of({ review: review.id, said }), comment: said },
      }),
    () => {
      tell(t('withdrawn'));
      onClose();
    },
  );
  const isRefused = refusal(write.error, 'wrong-state');
  return (
    <CaseDialog
      title={t('withdrawTitle')}
      confirm={t('withdraw')}
      isEnding
      isReady={comment.trim() !== ''}
      write={isRefused ? { ...write, error: null } : write}
      onConfirm={() => write.mutate(comment.trim())}
      onClose={onClose}
    >
      <p>{page.draftsServed ? t('withdrawTextDrafts') : t('withdrawText')}</p>
      <Textarea
        label={t('withdrawWhy')}
        required
        value={comment}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {isRefused && <p role="alert">{t('withdrawRefused')}</p>}
    </CaseDialog>
  );
}
