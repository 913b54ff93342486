import { ActionIcon } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '../shared/icons.js';
import type { Shown } from '../shared/use-shown-case.js';
import '../flows/flows.css';
import './caller.css';
import { CallerCase } from './caller-case.js';
import { FindCaller } from './find-caller.js';
import { useCallerTexts } from './texts.js';

interface Props {
  /** The case that was opened; null: who rings is still to be found. */
  caseId: string | null;
  onShow: (shown: Shown | null) => void;
}

/** Opens a case for somebody on the telephone, and walks its questions with them. */
export default function CallerView({ caseId, onShow }: Props) {
  const { t } = useCallerTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!caseId) heading.current?.focus();
  }, [caseId]);
  return (
    <div className="flows caller">
      <header className="caller-head">
        <ActionIcon variant="default" size="lg" aria-label={t('back')} onClick={() => onShow(null)}>
          <Icon name="arrowLeft" />
        </ActionIcon>
        <h2 className="flows-title" ref={heading} tabIndex={-1}>
          {t('title')}
        </h2>
      </header>
      <p className="caller-danger">
        <Icon name="phone" />
        {t('danger')}
      </p>
      {caseId ? <CallerCase caseId={caseId} onShow={onShow} /> : <FindCaller onShow={onShow} />}
    </div>
  );
}
