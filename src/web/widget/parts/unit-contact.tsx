import { useEffect, useState } from 'react';
import type { ResidentCase, UnitContact } from '../../../contracts/index.js';
import { unitContactTexts } from '../texts/unit-contact.js';
import { useTexts, useTime, useWidget } from '../widget.js';

/** Longer than any timer may be set; a page that is open so long looks again sooner. */
const LONGEST_TIMER_MS = 24 * 3_600_000;

interface UnitContactFactsProps {
  view: ResidentCase;
  unitId: string;
}

/** Rows of facts: the unit's number, and until when it is open or when it opens. What is not known has no row. */
export function UnitContactFacts({ view, unitId }: UnitContactFactsProps) {
  const { t } = useTexts(unitContactTexts);
  const contact = view.unitContacts.find((each) => each.unitId === unitId);
  const hours = useHours(contact?.openings ?? []);
  return (
    <>
      {contact?.phone && (
        <>
          <dt>{t('phone')}</dt>
          <dd>
            <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
          </dd>
        </>
      )}
      {hours && (
        <>
          <dt>{t('hours')}</dt>
          <dd>{hours}</dd>
        </>
      )}
    </>
  );
}

/** The hours in words as they are at each moment. */
function useHours(openings: UnitContact['openings']): string | null {
  const { clock } = useWidget();
  const { t } = useTexts(unitContactTexts);
  const time = useTime();
  const [, lookAgain] = useState(0);
  const now = clock.now();
  const opening = openings.find(({ closes }) => !closes || Date.parse(closes) > now.getTime());
  const open = opening !== undefined && Date.parse(opening.opens) <= now.getTime();
  const turns = open ? opening.closes : opening?.opens;
  useEffect(() => {
    if (!turns) return;
    const left = Math.min(Date.parse(turns) - clock.now().getTime(), LONGEST_TIMER_MS);
    const timer = setTimeout(() => lookAgain((times) => times + 1), left);
    return () => clearTimeout(timer);
  }, [turns, clock]);

  if (!opening) return null;
  if (!open) return t('opens', { when: time.moment(opening.opens) });
  if (!opening.closes) return t('always');
  const today = time.dayKey(opening.closes) === time.dayKey(now.toISOString());
  return t('openTo', { when: today ? time.clock(opening.closes) : time.moment(opening.closes) });
}
