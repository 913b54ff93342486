import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { KeyHint } from '../shared/key.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import type { Draft } from './drafts.js';

interface Props {
  deskCase: DeskCase;
  /** This browser may no longer follow the case. */
  isLost: boolean;
  draft: Draft;
  onLeave: () => void;
}

/** Why one cannot write here, and what one can do about it. */
export function HoldBanner({ deskCase, isLost, draft, onLeave }: Props) {
  const { t, time } = useTexts();
  const { holder, state, closedAs } = deskCase;
  if (deskCase.relation === 'former') return <FormerBanner deskCase={deskCase} draft={draft} />;
  if (isLost)
    return (
      <Banner title={t('bannerLost')} text={t('bannerLostText')} draft={draft}>
        <Button variant="default" onClick={onLeave}>
          {t('backToQueue')}
        </Button>
      </Banner>
    );
  if (deskCase.relation === 'consulted')
    return (
      <Banner
        title={holder ? t('bannerConsulted', { name: holder.name }) : t('bannerConsultedQueue')}
        text={t('bannerConsultedText')}
        draft={draft}
      />
    );
  if (state === 'waiting')
    return (
      <Banner title={t('bannerWaiting')} text={t('bannerWaitingText')} draft={draft}>
        <Take caseId={deskCase.id} />
      </Banner>
    );
  if (state === 'held' && holder && deskCase.holderGoneSince && deskCase.canTakeFromGone)
    return (
      <Banner
        title={t('bannerGone', {
          name: holder.name,
          role: t(`role_${holder.role}`),
          when: time.clock(deskCase.holderGoneSince),
        })}
        text={t('bannerGoneText')}
        draft={draft}
      >
        <TakeFromGone caseId={deskCase.id} from={holder.commissionId} />
      </Banner>
    );
  if (state === 'held' && holder)
    return (
      <Banner
        title={t('bannerHeld', { name: holder.name, role: t(`role_${holder.role}`) })}
        text={t('bannerHeldText')}
        draft={draft}
      />
    );
  if (state === 'closed')
    return (
      <Banner
        title={t('bannerClosed', { result: closedAs ? t(`result_${closedAs}`) : t('state_closed') })}
        text={t('bannerClosedText')}
        draft={draft}
      />
    );
  return (
    <Banner
      title={t('bannerResident')}
      text={t('bannerResidentText', { state: t(`state_${state}`) })}
      draft={draft}
    />
  );
}

/** The case has gone to another unit: says who has it now, and how long it can still be read as it was. */
function FormerBanner({ deskCase, draft }: { deskCase: DeskCase; draft: Draft }) {
  const { t } = useTexts();
  const { holder } = deskCase;
  return (
    <Banner
      title={
        holder
          ? t('bannerFormer', { name: holder.name, role: t(`role_${holder.role}`), unit: holder.unit })
          : t('bannerFormerNobody')
      }
      text={t('bannerFormerText')}
      draft={draft}
    />
  );
}

function Banner(props: { title: string; text: string; draft: Draft; children?: ReactNode }) {
  const { t } = useTexts();
  const kept = [props.draft.reply, props.draft.note].filter((text) => text.trim() !== '');
  return (
    <div className="banner" role="status">
      <div className="banner-text">
        <p className="banner-title">{props.title}</p>
        <p>{props.text}</p>
        {kept.length > 0 && (
          <>
            <p>{t('keptText')}</p>
            {kept.map((text) => (
              <blockquote key={text} className="kept">
                {text}
              </blockquote>
            ))}
          </>
        )}
      </div>
      {props.children}
    </div>
  );
}

function Take({ caseId }: { caseId: string }) {
  const { t } = useTexts();
  const { api } = useDesk();
  const id = useWriteId();
  const claim = useCaseWrite<void>(caseId, () =>
    api.call('POST /api/desk/cases/:caseId/claim', { params: { caseId }, body: { id: id.of(caseId) } }),
  );
  const take = () => {
    if (!claim.isPending) claim.mutate(undefined, { onSuccess: id.done });
  };
  useShortcut('take', take);
  return (
    <div className="banner-act">
      <BusyButton
        size="lg"
        onClick={take}
        isBusy={claim.isPending}
        aria-keyshortcuts="T"
        rightSection={<KeyHint of="take" />}
      >
        {t('take')}
      </BusyButton>
      <NotSaved of={claim} />
    </div>
  );
}

/** Takes the case over from a holder who is gone. */
function TakeFromGone({ caseId, from }: { caseId: string; from: string }) {
  const { t } = useTexts();
  const { api } = useDesk();
  const id = useWriteId();
  const takeOver = useCaseWrite<void>(caseId, () =>
    api.call('POST /api/desk/cases/:caseId/take-over', {
      params: { caseId },
      body: { id: id.of([caseId, from]), from },
    }),
  );
  const take = () => {
    if (!takeOver.isPending) takeOver.mutate(undefined, { onSuccess: id.done });
  };
  return (
    <div className="banner-act">
      <BusyButton size="lg" onClick={take} isBusy={takeOver.isPending}>
        {t('takeFromGone')}
      </BusyButton>
      <NotSaved of={takeOver} />
    </div>
  );
}
