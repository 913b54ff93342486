import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CallMedia, CallView, DeskCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { DeviceTest } from '../../call/call-device-test.js';
import { useCallTexts } from '../../call/call-hooks.js';
import { LocalMedia } from '../../call/call-media.js';
import { CaseDialog } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useCallKeeper } from './call-keeper.js';
import { residentName } from './call-panel.js';

/** Calls the resident: with video or voice, after a look at oneself. */
export function CallDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t, language } = useTexts();
  const { api } = useDesk();
  const keeper = useCallKeeper();
  const texts = useCallTexts(language);
  const [kind, setKind] = useState<CallMedia>('video');
  const [media] = useState(() => new LocalMedia());
  const given = useRef(false);
  useEffect(() => () => void (given.current || media.close()), [media]);
  const id = useWriteId();
  const name = residentName(deskCase);
  const write = useMutation<CallView, Error, CallMedia>({
    // Not tried again by itself: the caller is waiting at the screen.
    mutationFn: (chosen) =>
      api.call('POST /api/desk/cases/:caseId/calls', {
        params: { caseId: deskCase.id },
        body: { id: id.of(chosen), media: chosen },
      }),
    networkMode: 'always',
    onSuccess: async (call) => {
      given.current = true;
      if (kind === 'voice') await media.setCamera(false);
      keeper.enter({ callId: call.id, caseId: deskCase.id, name, camera: kind === 'video' }, media);
      onClose();
    },
  });
  const code = write.error instanceof ProblemError ? write.error.code : null;
  const isOurs = code === 'calls-away' || code === 'conflict';
  return (
    <CaseDialog
      title={t('callTitle', { name })}
      confirm={t('callStart')}
      write={isOurs ? { ...write, error: null } : write}
      onConfirm={() => write.mutate(kind)}
      onClose={onClose}
    >
      <Text>{t('callText', { name })}</Text>
      <SegmentedControl
        aria-label={t('callKind')}
        value={kind}
        onChange={(chosen) => setKind(chosen as CallMedia)}
        data={[
          { value: 'video', label: t('callVideo') },
          { value: 'voice', label: t('callVoice') },
        ]}
      />
      <Stack>
        <DeviceTest media={media} kind={kind} texts={texts} />
      </Stack>
      {isOurs && (
        <p className="call-trouble" role="alert">
          {t(code === 'calls-away' ? 'callsAway' : 'callExists')}
        </p>
      )}
    </CaseDialog>
  );
}
