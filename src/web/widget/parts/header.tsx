import { useEffect, useState } from 'react';
import { INFORMATION_PAGES, type InformationPageName } from '../../../contracts/information.js';
import { late } from '../../ui/late.js';
import { useAction } from '../use-action.js';
import { useCommon, useSession, useWidget } from '../widget.js';
import { Notice, SafePart } from './bits.js';
import { Icon } from './icon.js';

const loadAsk = () => import('./ask-sign-out.js');
const AskSignOut = late(() => loadAsk().then((module) => module.AskSignOut));

/** Where one is, the other language, and the menu. */
export function Header() {
  const { region, language, setLanguage, go, place, session, store } = useWidget();
  const { person, status } = useSession();
  const { t } = useCommon();
  const [open, setOpen] = useState(false);
  const [asks, setAsks] = useState(false);
  const tell = useAction(() => session.tellLeft());
  const signOut = () => {
    session.leave();
    tell.run();
  };
  useEffect(() => {
    // It is needed when there is no connection.
    if (person) loadAsk().catch(() => undefined);
  }, [person]);
  const askFirst = () => {
    if (store.keys().some((key) => /^(outbox|answer)\./.test(key))) setAsks(true);
    else signOut();
  };
  const name = region?.unit?.name ?? region?.regionName ?? t('title');
  const other = language === 'sv' ? 'en' : 'sv';
  const visit = (work: () => void) => () => {
    setOpen(false);
    work();
  };
  const about = (page: InformationPageName) =>
    visit(() => go({ name: 'about', page, back: place.name === 'about' ? place.back : place }));
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
          <ul>
            {person && (
              <li className="quiet menu-person">
                {t('signedInAs', { name: `${person.givenName} ${person.familyName}` })}
              </li>
            )}
            {place.name !== 'start' && (
              <MenuItem label={t('newCase')} press={visit(() => go({ name: 'start' }))} />
            )}
            {status === 'open' && (
              <MenuItem label={t('myCases')} press={visit(() => go({ name: 'cases' }))} />
            )}
            {person && <MenuItem label={t('howReached')} press={visit(() => go({ name: 'contact' }))} />}
            {person && <MenuItem label={t('whoRead')} press={visit(() => go({ name: 'access-log' }))} />}
            {INFORMATION_PAGES.map((page) => (
              <MenuItem key={page} label={t(page)} press={about(page)} />
            ))}
            {person ? (
              <MenuItem label={t('signOut')} press={visit(askFirst)} />
            ) : (
              <MenuItem label={t('signIn')} press={visit(() => go({ name: 'cases' }))} />
            )}
          </ul>
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

function MenuItem({ label, press }: { label: string; press: () => void }) {
  return (
    <li>
      <button type="button" className="menu-item" onClick={press}>
        {label}
      </button>
    </li>
  );
}
