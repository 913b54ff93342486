import { Suspense } from 'react';
import { late } from '../ui/late.js';
import { Loading } from './parts/bits.js';
import { MyCases } from './start/my-cases.js';
import type { Place } from './widget.js';

const AccessLogView = late(() => import('./log/access-log-view.js').then((module) => module.AccessLogView));
const AboutView = late(() => import('./about/about-view.js').then((module) => module.AboutView));
const ReadingView = late(() => import('./reading/reading-view.js').then((module) => module.ReadingView));
const ContactView = late(() => import('./contact/contact-view.js').then((module) => module.ContactView));
const RecordView = late(() => import('./record/record-view.js').then((module) => module.RecordView));
const CarryView = late(() => import('./device/carry-view.js').then((module) => module.CarryView));
const EnterCodeView = late(() =>
  import('./device/enter-code-view.js').then((module) => module.EnterCodeView),
);

/** The pages beside the start and the cases; none of them is part of the first load. */
export function OwnPages({ place }: { place: Exclude<Place, { name: 'start' | 'case' }> }) {
  return <Suspense fallback={<Loading />}>{pageOf(place)}</Suspense>;
}

function pageOf(place: Exclude<Place, { name: 'start' | 'case' }>) {
  switch (place.name) {
    case 'cases':
      return <MyCases />;
    case 'access-log':
      return <AccessLogView key={place.caseId} caseId={place.caseId} />;
    case 'about':
      return <AboutView key={place.page} page={place.page} back={place.back} />;
    case 'reading':
      return <ReadingView back={place.back} />;
    case 'contact':
      return <ContactView />;
    case 'record':
      return <RecordView key={place.caseId} caseId={place.caseId} />;
    case 'carry':
      return <CarryView key={place.caseId} caseId={place.caseId} />;
    case 'enter-code':
      return <EnterCodeView />;
  }
}
