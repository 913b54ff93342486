import type { BilingualText } from './words.js';

/** What residents can read about the service, signed in or not. */
export const INFORMATION_PAGES = ['privacy', 'accessibility', 'help'] as const;
export type InformationPageName = (typeof INFORMATION_PAGES)[number];

export interface InformationPage {
  title: BilingualText;
  /** Local date `YYYY-MM-DD`. */
  updated: string;
  intro: BilingualText[];
  sections: InformationSection[];
}

/** `text` are paragraphs, `points` a list after them. */
export interface InformationSection {
  heading: BilingualText;
  text: BilingualText[];
  points: BilingualText[];
}

/** GET /api/information */
export interface RegionInformation {
  privacy: InformationPage;
  accessibility: InformationPage;
  help: InformationPage;
}
