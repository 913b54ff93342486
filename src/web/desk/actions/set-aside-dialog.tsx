import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type Instant,
  SET_ASIDE_DAYS,
  SET_ASIDE_WHYS,
  type SetAside,
  type SetAsideWhy,
} from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { fromLocal, toLocal } from '../shared/local-time.js';
import { TimeField } from '../shared/time-field.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { laterChoices } from './later-choices.js';
import type { CaseDialogProps } from './staff-action.js';

const NOTE_MAX = 1000;
/** A case that is this urgent does not wait. */
const TOO_URGENT = 2;
const OTHER = 'other';

/** Leaves the case for later: until the patient answers, to follow it up, or with a reminder. */
export function SetAsideDialog({ deskCase, entries, onClose }: CaseDialogProps) {
  const { t, time } = useTexts();
  const { api, clock } = useDesk();
  const isUrgent = (deskCase.urgency ?? 1) <= TOO_URGENT;
  const [opened] = useState(() => clock.now());
  const [why, setWhy] = useState<SetAsideWhy>(isUrgent ? 'reminder' : 'answer');
  const [when, setWhen] = useState<string | null>(null);
  const [local, setLocal] = useState(() => toLocal(opened));
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const id = useWriteId();
  const write = useCaseWrite<Omit<SetAside, 'id'>>(deskCase.id, (body) =>
    api.call('POST /api/desk/cases/:caseId/set-aside', {
      params: { caseId: deskCase.id },
      body: { id: id.of(body), ...body },
    }),
  );
  const choices = laterChoices(opened);
  const until =
    when === OTHER
      ? possible(fromLocal(local.date, local.time), clock.now())
      : (choices.find((each) => each.id === when)?.at ?? null);
  const confirm = () => {
    setAsked(true);
    if (until === null) return;
    const body = { until, why, note: note.trim() || null, upTo: entries.at(-1)?.number ?? null };
    write.mutate(body, {
      onSuccess: () => {
        id.done();
        tell(t(why === 'reminder' ? 'asideDoneReminder' : 'asideDone', { when: time.moment(until) }));
        onClose();
      },
    });
  };
  return (
    <CaseDialog
      title={t('asideTitle')}
      confirm={t(why === 'reminder' ? 'asideConfirmReminder' : 'asideConfirm')}
      write={write}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isUrgent && <Text>{t('asideUrgent')}</Text>}
      <Radio.Group label={t('asideWhy')} value={why} onChange={(value) => setWhy(value as SetAsideWhy)}>
        <Stack gap="xs" className="choices">
          {SET_ASIDE_WHYS.filter((each) => !isUrgent || each === 'reminder').map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`aside_${each}`)}
              description={t(`asideText_${each}`)}
              data-autofocus={each === why || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('asideUntil')}
        value={when ?? ''}
        onChange={setWhen}
        error={asked && until === null ? t('asideUntilNeeded') : undefined}
      >
        <Stack gap="xs" className="choices">
          {choices.map((each) => (
            <Radio
              key={each.id}
              value={each.id}
              label={t(`asideIn_${each.id}`)}
              description={time.moment(each.at)}
            />
          ))}
          <Radio value={OTHER} label={t('asideOther')} />
        </Stack>
      </Radio.Group>
      {when === OTHER && (
        <div className="pair">
          <TextInput
            type="date"
            label={t('asideDate')}
            value={local.date}
            min={toLocal(opened).date}
            onChange={(event) => setLocal({ ...local, date: event.currentTarget.value })}
          />
          <TimeField
            label={t('asideTime')}
            value={local.time}
            onChange={(chosen) => setLocal((before) => ({ ...before, time: chosen }))}
          />
        </div>
      )}
      <Textarea
        label={t('asideNote')}
        description={t('asideNoteText')}
        autosize
        minRows={2}
        maxLength={NOTE_MAX}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </CaseDialog>
  );
}

/** A time that is to come, and not too far off. */
function possible(at: Instant | null, now: Date): Instant | null {
  const ahead = at === null ? 0 : Date.parse(at) - now.getTime();
  return ahead > 0 && ahead <= SET_ASIDE_DAYS * 24 * 3_600_000 ? at : null;
}
