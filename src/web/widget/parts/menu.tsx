import { INFORMATION_PAGES, type InformationPageName } from '../../../contracts/information.js';
import { menuTexts } from '../texts/menu.js';
import { useCommon, useSession, useTexts, useWidget } from '../widget.js';

interface MenuProps {
  close: () => void;
  signOut: () => void;
}

/** Where else one can go; its code comes when it is opened. */
export function Menu({ close, signOut }: MenuProps) {
  const { go, place } = useWidget();
  const { person, status } = useSession();
  const { t } = useTexts(menuTexts);
  const common = useCommon();
  const visit = (work: () => void) => () => {
    close();
    work();
  };
  const back = 'back' in place ? place.back : place;
  const about = (page: InformationPageName) => visit(() => go({ name: 'about', page, back }));
  return (
    <ul>
      {person && (
        <li className="quiet menu-person">
          {t('signedInAs', { name: `${person.givenName} ${person.familyName}` })}
        </li>
      )}
      {place.name !== 'start' && (
        <MenuItem label={common.t('newCase')} press={visit(() => go({ name: 'start' }))} />
      )}
      {status === 'open' && <MenuItem label={t('myCases')} press={visit(() => go({ name: 'cases' }))} />}
      {person && <MenuItem label={t('howReached')} press={visit(() => go({ name: 'contact' }))} />}
      {person && <MenuItem label={t('whoRead')} press={visit(() => go({ name: 'access-log' }))} />}
      <MenuItem label={t('reading')} press={visit(() => go({ name: 'reading', back }))} />
      {INFORMATION_PAGES.map((page) => (
        <MenuItem key={page} label={t(page)} press={about(page)} />
      ))}
      {person ? (
        <MenuItem label={common.t('signOut')} press={visit(signOut)} />
      ) : (
        <MenuItem label={t('signIn')} press={visit(() => go({ name: 'cases' }))} />
      )}
    </ul>
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
