import { useCallback, useEffect, useState } from 'react';
import type { InformationPageName, Language, RegionInformation } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { Linked } from '../../ui/linked.js';
import { LoadFailed, Loading } from '../parts/bits.js';
import { aboutTexts } from '../texts/about.js';
import { menuTexts } from '../texts/menu.js';
import { type Place, usePhone, useTexts, useWidget } from '../widget.js';
import '../styles/views.css';

interface AboutViewProps {
  page: InformationPageName;
  back: Place;
}

/** What the region tells of privacy, accessibility or help. */
export function AboutView({ page: name, back }: AboutViewProps) {
  const { calls, go, language } = useWidget();
  const { t, text } = useTexts(aboutTexts);
  const menu = useTexts(menuTexts);
  const phone = usePhone();
  const [pages, setPages] = useState<RegionInformation | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    calls.information().then(setPages, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setFailed(true);
    });
  }, [calls]);
  useEffect(load, [load]);

  const page = pages?.[name];
  return (
    <div className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {page ? text(page.title) : menu.t(name)}
      </h1>
      {failed && <LoadFailed again={load} />}
      {!page && !failed && <Loading />}
      {page && (
        <article className="card stack">
          {page.intro.map((paragraph) => (
            <p key={paragraph.sv}>
              <Linked text={text(paragraph)} phone={phone} />
            </p>
          ))}
          {page.sections.map(({ heading, text: paragraphs, points }) => (
            <section key={heading.sv} className="advice stack-small">
              <h2 className="subtitle">{text(heading)}</h2>
              {paragraphs.map((paragraph) => (
                <p key={paragraph.sv}>
                  <Linked text={text(paragraph)} phone={phone} />
                </p>
              ))}
              {points.length > 0 && (
                <ul>
                  {points.map((point) => (
                    <li key={point.sv}>
                      <Linked text={text(point)} phone={phone} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ))}
          <p className="quiet">{t('updated', { date: dateIn(language, page.updated) })}</p>
        </article>
      )}
      <p>
        <button type="button" className="button" onClick={() => go(back)}>
          {t('back')}
        </button>
      </p>
    </div>
  );
}

function dateIn(language: Language, day: string): string {
  const words = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long' });
  return words.format(new Date(`${day}T12:00`));
}
