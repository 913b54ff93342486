import { useEffect, useState } from 'react';
import { late } from '../../ui/late.js';
import { useAction } from '../use-action.js';
import { useCommon, useSession, useWidget } from '../widget.js';
import { Notice, SafePart } from './bits.js';
import { Icon } from './icon.js';

const loadAsk = () => import('./ask-sign-out.js');
const loadMenu = () => import('./menu.js');
const Menu = late(() => loadMenu().then((module) => module.Menu));
const AskSignOut = late(() => loadAsk().then((module) => module.AskSignOut));

/** Where one is, the other language, and the menu. */
export function Header() {
  const { region, language, setLanguage, session, store } = useWidget();
  const { person } = useSession();
  const { t } = useCommon();
  const [open, setOpen] = useState(false);
  const [asks, setAsks] = useState(false);
  const tell = useAction(() => session.tellLeft());
  const signOut = () => {
    session.leave();
    tell.run();
  };
  useEffect(() => {
    // They are needed when there is no connection.
    if (person) for (const load of [loadMenu, loadAsk]) load().catch(() => undefined);
  }, [person]);
  const askFirst = () => {
    if (store.keys().some((key) => /^(outbox|answer)\./.test(key))) setAsks(true);
    else signOut();
  };
  const name = region?.unit?.name ?? region?.regionName ?? t('title');
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header>
      <p className="top-line">
        {t('topLine')} <a href="tel:112">112</a>
      </p>
      <div className="header">
        <div className="header-row">
          <p className="header-name">{name}</p>
          <button
            type="button"
            className="button button-quiet"
            lang={other}
            onClick={() => setLanguage(other)}
          >
            {t('otherLanguage')}
          </button>
          <button
            type="button"
            className="button button-quiet"
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            <Icon name="menu" />
            {t('menu')}
          </button>
        </div>
        <nav id="menu" className="menu" aria-label={t('menu')} hidden={!open}>
          {open && (
            <SafePart>
              <Menu close={() => setOpen(false)} signOut={askFirst} />
            </SafePart>
          )}
        </nav>
      </div>
      {asks && (
        <SafePart>
          <AskSignOut close={() => setAsks(false)} signOut={signOut} />
        </SafePart>
      )}
      {tell.waiting && <Notice kind="warn">{t('signOutUntold')}</Notice>}
    </header>
  );
}
