const PATHS = {
  flag: 'M5 21V4m0 0h12l-2.5 4.5L17 13H5',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15 9.5h.01',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  arrowLeft: 'M19 12H5m6-6-6 6 6 6',
  arrowRight: 'M5 12h14m-6-6 6 6-6 6',
  urgency: 'M7 20V5m0 0L3 9m4-4 4 4M17 4v15m0 0-4-4m4 4 4-4',
  note: 'M5 4h14v10l-5 6H5zM14 20v-6h5',
  handBack: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  transfer: 'M4 7h13m-4-4 4 4-4 4M20 17H7m4-4-4 4 4 4',
  check: 'm5 12.5 4.5 4.5L19 7',
  ticket: 'M4 7h16v3.5a2 2 0 0 0 0 3.5v3H4v-3a2 2 0 0 0 0-3.5zM13 7v10',
  advice: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  bolt: 'M13 3 5 13.5h6L10 21l9-11h-6z',
  send: 'M4 12 20 4l-6 16-3-7z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  question: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5h.01',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z',
  wave: 'M3 12h3l3-7 5 14 3-7h4',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2',
  down: 'm6 9 6 6 6-6',
  more: 'M5 11.5h1v1H5zM11.5 11.5h1v1h-1zM18 11.5h1v1h-1z',
  consult: 'M4 5h11v8H9l-3 3v-3H4zM9 16v1h6l3 3v-3h2V9h-2',
  takeOver: 'M4 12h11m-4-4 4 4-4 4M20 5v14',
  addPerson: 'M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM3 20a7 7 0 0 1 11-5.7M18 14v6m-3-3h6',
  hospital: 'M4 21V7h16v14M9 21v-5h6v5M12 3v8m-4-4h8',
} as const;
export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; it says nothing by itself and is not read aloud. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
