import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Failure } from '../shared/failure.js';
import { useTexts } from '../texts/desk-texts.js';
import type { QuickPicking } from './use-quick-picking.js';

/** The list over the text field; focus stays in the field, which says which option is active. */
export function QuickReplyPicker({ picking, onManage }: { picking: QuickPicking; onManage: () => void }) {
  const { t } = useTexts();
  const active = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option has moved
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' });
  }, [picking.active]);
  return (
    <div className="picker">
      {picking.status === 'error' && <Failure text={t('failedList')} onTry={picking.retry} />}
      <div
        id={picking.listId}
        role="listbox"
        tabIndex={0}
        aria-label={t('quickReplies')}
        aria-activedescendant={picking.activeId}
        className="picker-list"
        onKeyDown={picking.onKeyDown}
      >
        {picking.found.map((reply, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox, which keeps the focus
          <div
            key={reply.id}
            ref={index === picking.active ? active : undefined}
            id={picking.optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === picking.active}
            className="picker-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => picking.choose(reply)}
          >
            <strong>{reply.title}</strong>
            <span lang={picking.language}>{reply.text[picking.language]}</span>
          </div>
        ))}
      </div>
      {picking.status === 'success' && picking.found.length === 0 && (
        <p className="quiet" role="status">
          {picking.total === 0 ? t('quickEmpty') : t('quickNone')}
        </p>
      )}
      <Group justify="space-between" className="picker-foot">
        <span className="quiet">{picking.searches ? t('quickHint') : t('quickArrows')}</span>
        <Button size="compact-sm" variant="subtle" onClick={onManage}>
          {t('quickManage')}
        </Button>
      </Group>
    </div>
  );
}
