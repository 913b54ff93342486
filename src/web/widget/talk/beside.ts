import type { ReactNode } from 'react';

/** What a call adds to the chat beside it. */
export interface BesideCall {
  /** Tells the call what is now in the resident's field. */
  edit: (text: string) => void;
  /** It is sent now: under which id, if one is given. */
  sent: () => string | undefined;
  /** Where one writes. */
  composer: ReactNode;
  /** Last in the talk. */
  end: ReactNode;
}
