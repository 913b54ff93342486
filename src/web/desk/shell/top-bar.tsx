import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { QuickRepliesDialog } from '../conversation/quick-replies-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { flowAddress } from '../shared/use-flow-address.js';
import { manageAddress } from '../shared/use-manage-page.js';
import { useTexts } from '../texts/desk-texts.js';
import { commissionKey } from '../texts/domain.js';
import { Availability } from './availability.js';
import { Brand } from './brand.js';
import { DutyDialog } from './duty-dialog.js';
import { KeySheet } from './key-sheet.js';
import { PersonPanel } from './person-panel.js';
import { useSignOut } from './sign-out.js';

interface Props {
  onChangeCommission: () => void;
  /** Removes what staff have left on this computer. */
  onForget: () => void;
}

/** Where one works and as what; keys; and what is one's own. */
export function TopBar({ onChangeCommission, onForget }: Props) {
  const { t } = useTexts();
  const { commission } = useDesk();
  const managing = commission.manages !== null;
  const [isHelpOpen, help] = useDisclosure(false);
  const [areRepliesOpen, replies] = useDisclosure(false);
  const [isDutyOpen, duty] = useDisclosure(false);
  const signOut = useSignOut(onForget);
  useShortcut('help', help.open);
  return (
    <header className="top-bar">
      <Brand />
      {!managing && (
        <h1 className="hidden">
          {t('deskTitle')}, {commission.unit.name}
        </h1>
      )}
      <p className="top-place">
        <span className="top-unit">{commission.unit.name}</span>
        <span className="top-role">{t(commissionKey(commission))}</span>
      </p>
      {commission.manages ? (
        <nav aria-label={t('pages')} className="top-pages">
          {commission.manages === 'flows' ? (
            <a href={flowAddress()} className="top-page" aria-current="page">
              {t('pageFlows')}
            </a>
          ) : (
            <a href={manageAddress('hours')} className="top-page" aria-current="page">
              {t('pageUnit')}
            </a>
          )}
        </nav>
      ) : (
        <Availability />
      )}
      <Button
        variant="subtle"
        leftSection={<Icon name="question" />}
        onClick={help.open}
        aria-keyshortcuts="?"
        className="top-help"
      >
        {t('help')}
      </Button>
      <PersonPanel
        onChangeCommission={onChangeCommission}
        onQuickReplies={replies.open}
        onDuty={duty.open}
        onSignOut={signOut.ask}
      />
      <KeySheet opened={isHelpOpen} onClose={help.close} />
      {areRepliesOpen && <QuickRepliesDialog onClose={replies.close} />}
      {isDutyOpen && <DutyDialog onClose={duty.close} />}
      {signOut.dialog}
    </header>
  );
}
