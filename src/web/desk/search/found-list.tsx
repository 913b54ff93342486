import type { KeyboardEvent, RefObject } from 'react';
import type { FoundCase, FoundCases } from '../../../contracts/index.js';
import { ageText } from '../shared/age.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { caseAddress } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';
import { useSearchTexts } from './texts.js';

interface Props {
  found: FoundCases;
  list: RefObject<HTMLUListElement | null>;
  onOpen: (caseId: string) => void;
}

/** What is said where no case is shown: there is none, or not all were looked through. */
export function noneOf(found: FoundCases): 'none' | 'notAll' {
  return found.more ? 'notAll' : 'none';
}

/** The cases that were found, moved through with the arrows. */
export function FoundList({ found, list, onOpen }: Props) {
  const { t } = useSearchTexts();
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
  };
  if (found.cases.length === 0)
    return (
      <section className="flows-card" aria-labelledby="found-title">
        <h3 id="found-title">{t(noneOf(found))}</h3>
        <p>{t(found.more ? 'notAllText' : 'noneText')}</p>
      </section>
    );
  return (
    <section className="flows-card" aria-labelledby="found-title">
      <h3 id="found-title">
        {t('results')}: {t('count', { n: found.cases.length })}
      </h3>
      <ul className="found" ref={list} onKeyDown={move}>
        {found.cases.map((each) => (
          <FoundRow key={each.caseId} found={each} onOpen={() => onOpen(each.caseId)} />
        ))}
      </ul>
      {found.more && <p className="found-more">{t('more')}</p>}
    </section>
  );
}

function FoundRow({ found, onOpen }: { found: FoundCase; onOpen: () => void }) {
  const { t } = useSearchTexts();
  const desk = useTexts();
  const { patient, reason, unit } = found;
  const state = found.closedAs
    ? `${desk.t(`result_${found.closedAs}`)}, ${t('ended', { when: desk.time.moment(found.closedAt ?? '') })}`
    : desk.t(`state_${found.state}`);
  return (
    <li>
      <a
        href={caseAddress(found.caseId)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {found.urgency && <UrgencyMark urgency={found.urgency} />}
        <span className="found-body">
          <strong>{reason ? desk.text(reason) : desk.t('noReason')}</strong>
          <span>
            {patient.name || desk.t('protectedIdentity')}, {ageText(patient.ageMonths, desk)}
          </span>
          <span className="quiet">
            {[
              t('began', { when: desk.time.moment(found.startedAt) }),
              state,
              ...(unit ? [unit.name] : []),
            ].join(' · ')}
          </span>
        </span>
      </a>
    </li>
  );
}
