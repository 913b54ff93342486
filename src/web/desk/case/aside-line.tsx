import type { DeskCase, SetAsideWhy } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** That the case is left for later, until when and why; whoever has it may take it up before. */
export function AsideLine({ deskCase }: { deskCase: DeskCase }) {
  const { t, time } = useTexts();
  const { api } = useDesk();
  const id = useWriteId();
  const { aside } = deskCase;
  const why: SetAsideWhy = aside?.why ?? 'follow-up';
  const write = useCaseWrite<void>(deskCase.id, () =>
    api.call('POST /api/desk/cases/:caseId/set-aside', {
      params: { caseId: deskCase.id },
      body: { id: id.of(aside), until: null, why, note: null },
    }),
  );
  const at = aside?.until ?? aside?.remindAt;
  if (!aside || !at) return null;
  // Answered before the time to follow it up: what is left is the reminder.
  const said = aside.until === null ? 'reminder' : why;
  return (
    <div className="aside-line">
      <p>
        <Icon name="calendar" />
        <strong>{t(`asideOf_${said}`, { when: time.moment(at) })}</strong>
        {aside.note && <span>{aside.note}</span>}
      </p>
      {deskCase.may.includes('set-aside') && (
        <BusyButton
          variant="default"
          size="compact-md"
          isBusy={write.isPending}
          // Left for the same time again, it is another thing to take it up again.
          onClick={() => write.mutate(undefined, { onSuccess: id.done })}
        >
          {t(aside.until === null ? 'asideForget' : 'asideTakeUp')}
        </BusyButton>
      )}
      <NotSaved of={write} />
    </div>
  );
}
