import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CallerPerson, FoundCaller, OpenForCaller } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { ageText } from '../shared/age.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import type { Shown } from '../shared/use-shown-case.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { OpenCases } from './open-cases.js';
import { useCallerTexts } from './texts.js';
import { useKeepCallerCase } from './use-caller-case.js';

interface Props {
  found: FoundCaller;
  onShow: (shown: Shown | null) => void;
  /** Another case was opened meanwhile. */
  onLookAgain: () => void;
}

const SELF = 'self';
const UNDER_13 = 13 * 12;
/** What is still missing, by the field that says it. */
type Fault = 'need_whom' | 'need_words' | 'need_name' | 'need_birthDate' | 'need_phone';

/** Who rings, whom it is about, what they say, and where to ring back. */
export function OpenForm({ found, onShow, onLookAgain }: Props) {
  const { t } = useCallerTexts();
  const { api } = useDesk();
  const keep = useKeepCallerCase();
  const id = useWriteId();
  const { person, children, openCases } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Where there are children it is chosen, so that no case is about the guardian by oversight.
  const [whom, setWhom] = useState(children.length > 0 ? null : SELF);
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [words, setWords] = useState('');
  const [phone, setPhone] = useState('');
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  useEffect(() => heading.current?.focus(), []);
  const open = useMutation({
    mutationFn: (body: Omit<OpenForCaller, 'id'>) =>
      api.call('POST /api/desk/caller-cases', { body: { ...body, id: id.of(body) } }),
    ...retryPassing,
    onSuccess: (opened) => {
      keep(opened);
      onShow({ kind: 'caller', id: opened.id });
    },
    onError: (error) => {
      if (!(error instanceof ProblemError)) return;
      if (error.code === 'conflict') onLookAgain();
      const told = faultsTold(error);
      if (told.length > 0) setFaults(told);
    },
  });
  const needsDate = !person && !found.birthDate;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (open.isPending) return;
    const missing: Fault[] = [];
    if (!person && !(givenName.trim() && familyName.trim())) missing.push('need_name');
    if (needsDate && !birthDate) missing.push('need_birthDate');
    if (!whom) missing.push('need_whom');
    if (!words.trim()) missing.push('need_words');
    setFaults(missing);
    if (!whom || missing.length > 0) {
      // Once the faults are drawn.
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-missing] input[type="radio"]')
          ?.focus(),
      );
      return;
    }
    open.mutate({
      identityNumber: found.identityNumber,
      childId: whom === SELF ? null : whom,
      givenName: person ? null : givenName.trim(),
      familyName: person ? null : familyName.trim(),
      birthDate: needsDate ? birthDate : null,
      words: words.trim(),
      callbackNumber: phone.trim() || null,
      known: openCases.map((each) => each.id),
    });
  };
  const fault = (of: Fault) => faults.includes(of) && t(of);
  const code = open.error instanceof ProblemError ? open.error.code : null;
  const isTold = code === 'conflict' || code === 'wrong-state' || (code !== null && faults.length > 0);
  const patientId = whom === SELF ? person?.id : whom;
  return (
    <form ref={form} className="flows-card" onSubmit={send} noValidate aria-labelledby="open-title">
      <h3 id="open-title" ref={heading} tabIndex={-1}>
        {person ? <PersonName person={person} /> : found.identityNumber}
      </h3>
      {person ? <PersonFacts person={person} /> : <p className="caller-note">{t('notFound')}</p>}
      {person && person.ageMonths < UNDER_13 && <p className="caller-note">{t('isChild')}</p>}
      {!person && (
        <div className="flows-fields">
          <TextInput
            label={t('givenName')}
            value={givenName}
            maxLength={100}
            autoComplete="off"
            error={fault('need_name')}
            onChange={(event) => setGivenName(event.currentTarget.value)}
          />
          <TextInput
            label={t('familyName')}
            value={familyName}
            maxLength={100}
            autoComplete="off"
            error={!!fault('need_name')}
            onChange={(event) => setFamilyName(event.currentTarget.value)}
          />
          {needsDate && (
            <TextInput
              label={t('birthDate')}
              type="date"
              value={birthDate}
              error={fault('need_birthDate')}
              onChange={(event) => setBirthDate(event.currentTarget.value)}
            />
          )}
        </div>
      )}
      {children.length > 0 && (
        <Radio.Group
          label={t('whom')}
          value={whom ?? ''}
          error={fault('need_whom')}
          data-missing={fault('need_whom') ? true : undefined}
          onChange={(chosen) => {
            setWhom(chosen);
            setFaults((others) => others.filter((each) => each !== 'need_whom'));
          }}
        >
          <Stack gap="xs" className="flows-choices">
            <Radio value={SELF} label={t('themselves')} />
            {children.map((child) => (
              <Radio key={child.id} value={child.id} label={<PersonName person={child} isChild />} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <OpenCases cases={openCases.filter((each) => each.patientId === patientId)} onShow={onShow} />
      <Textarea
        label={t('words')}
        description={t('wordsHint')}
        autosize
        minRows={2}
        maxLength={4000}
        value={words}
        error={fault('need_words')}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <TextInput
        label={t('callback')}
        description={t('callbackHint')}
        type="tel"
        autoComplete="off"
        maxLength={40}
        value={phone}
        error={fault('need_phone')}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      {code === 'wrong-state' && (
        <p className="caller-danger" role="alert">
          {t('noneServed')}
        </p>
      )}
      <NotSaved of={{ ...open, error: isTold ? null : open.error }} />
      <div className="flows-tools">
        <BusyButton type="submit" isBusy={open.isPending}>
          {t('open')}
        </BusyButton>
      </div>
    </form>
  );
}

/** A name with its age, or that the identity is protected. */
function PersonName({ person, isChild = false }: { person: CallerPerson; isChild?: boolean }) {
  const texts = useTexts();
  const { t } = useCallerTexts();
  const { name, ageMonths } = person;
  const hidden = isChild ? t('protectedChild') : texts.t('protectedIdentity');
  return `${name ? `${name.givenName} ${name.familyName}` : hidden}, ${ageText(ageMonths, texts)}`;
}

function PersonFacts({ person }: { person: CallerPerson }) {
  const { t } = useCallerTexts();
  if (!person.name)
    return (
      <p className="caller-note" data-kind="protected">
        <Icon name="shield" />
        {t('protected')}
      </p>
    );
  return (
    <p className="quiet">
      {person.listing ? t('listedAt', { unit: person.listing.name }) : t('listedNowhere')}
    </p>
  );
}

const FAULT_OF: Readonly<Record<string, Fault>> = {
  words: 'need_words',
  givenName: 'need_name',
  familyName: 'need_name',
  birthDate: 'need_birthDate',
  callbackNumber: 'need_phone',
};

/** The fields that the server says are wrong. */
function faultsTold({ problem }: ProblemError): Fault[] {
  return (problem.errors ?? []).flatMap(({ field }) => FAULT_OF[field] ?? []);
}
