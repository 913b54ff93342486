import { Alert, Button, Checkbox, Group, Skeleton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { EVES, type UnitHours } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { BusyButton } from '../shared/busy-button.js';
import { Failure, NotSaved } from '../shared/failure.js';
import { ChangesList } from './changes-list.js';
import { ClosingsEditor } from './closings-editor.js';
import { DaysEditor } from './days-editor.js';
import { OutsideDialog } from './outside-dialog.js';
import { PreviewDays } from './preview-days.js';
import { useManageTexts } from './texts.js';
import { type HoursEditing, useHoursDraft, useUnitHours } from './use-hours-draft.js';
import { WeekEditor } from './week-editor.js';

/** When the unit is open: the week, single days, and how the next days turn out. */
export function HoursPage({ unitId }: { unitId: string }) {
  const { t } = useManageTexts();
  const hours = useUnitHours(unitId);
  if (hours.isPending) return <Skeleton className="loading-block" />;
  if (!hours.data) return <Failure text={t('manageFailed')} onTry={() => void hours.refetch()} />;
  return <HoursEditor saved={hours.data} />;
}

function HoursEditor({ saved }: { saved: UnitHours }) {
  const { t } = useManageTexts();
  const editing = useHoursDraft(saved);
  const { draft, change, faults } = editing;
  const form = useRef<HTMLFormElement>(null);
  const { isPending, data } = editing.save;
  // A save that met faults leads to the first of them.
  useEffect(() => {
    if (!isPending && data === null)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [isPending, data]);
  return (
    <>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) editing.save.mutate(false);
        }}
      >
        <p className="quiet">{t('hoursText')}</p>
        <div className="manage-columns">
          <div className="manage-stack">
            <ClosingsEditor
              closings={draft.closings}
              days={saved.days}
              faults={faults}
              onChange={(closings) => change({ closings })}
            />
            <WeekEditor week={draft.week} faults={faults} onChange={(week) => change({ week })} />
            <DaysEditor days={draft.days} faults={faults} onChange={(days) => change({ days })} />
            <ClosedOn editing={editing} />
          </div>
          <div className="manage-stack manage-beside">
            <PreviewDays days={editing.days} isDraft={editing.isChanged} />
            <ChangesList changes={saved.changes} />
          </div>
        </div>
        <SaveBar editing={editing} />
      </form>
      {editing.outside && (
        <OutsideDialog
          outside={editing.outside}
          write={editing.save}
          onConfirm={() => editing.save.mutate(true)}
          onClose={editing.thinkAgain}
        />
      )}
    </>
  );
}

function ClosedOn({ editing: { draft, change } }: { editing: HoursEditing }) {
  const { t } = useManageTexts();
  return (
    <section className="manage-card" aria-labelledby="closed-on-title">
      <h2 id="closed-on-title">{t('closedOnTitle')}</h2>
      <Checkbox
        label={t('holidays')}
        checked={draft.holidays}
        onChange={(event) => change({ holidays: event.currentTarget.checked })}
      />
      <fieldset className="eves">
        <legend>{t('evesTitle')}</legend>
        {EVES.map((eve) => (
          <Checkbox
            key={eve}
            label={t(`eve_${eve}`)}
            checked={draft.eves.includes(eve)}
            onChange={(event) =>
              change({
                eves: EVES.filter((each) =>
                  each === eve ? event.currentTarget.checked : draft.eves.includes(each),
                ),
              })
            }
          />
        ))}
      </fieldset>
    </section>
  );
}

/** Stays in sight while something is not saved. */
function SaveBar({ editing: { isChanged, faults, save, undo } }: { editing: HoursEditing }) {
  const { t } = useManageTexts();
  if (!isChanged) return null;
  const isTaken = save.error instanceof ProblemError && save.error.code === 'conflict';
  return (
    <div className="save-bar">
      <p role="status">{faults.size > 0 ? t('faultsFound', { n: faults.size }) : t('unsaved')}</p>
      {isTaken ? (
        <Alert color="red" role="alert">
          <p>{t('savedByOther')}</p>
          <Button variant="default" onClick={undo}>
            {t('fetchLatest')}
          </Button>
        </Alert>
      ) : (
        <NotSaved of={save} />
      )}
      <Group gap="sm" wrap="nowrap">
        <Button variant="default" onClick={undo}>
          {t('undo')}
        </Button>
        <BusyButton type="submit" isBusy={save.isPending}>
          {t('saveHours')}
        </BusyButton>
      </Group>
    </div>
  );
}
