import { createContext, useContext } from 'react';
import type { Commission, StaffSession } from '../../../contracts/index.js';
import type { Api } from '../../api/api.js';
import type { ServerClock } from '../../api/server-clock.js';
import type { Store } from '../../api/storage.js';
import type { LiveConnection } from '../../live/live-connection.js';
import type { DeskSettings } from './settings.js';

/** What every view of the desk can use, once a commission is chosen. */
export interface Desk {
  api: Api;
  session: StaffSession;
  commission: Commission;
  /** This staff member's own storage on this computer. */
  store: Store;
  clock: ServerClock;
  /** Set while this tab signs out by itself. */
  isLeaving: { current: boolean };
  /** Null for the moment before the socket's code is here. */
  connection: LiveConnection | null;
  settings: DeskSettings;
  changeSettings(change: Partial<DeskSettings>): void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk around this view. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of DeskContext');
  return desk;
}
