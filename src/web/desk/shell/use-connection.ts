import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type ConnectionState, LiveConnection } from '../../live/live-connection.js';
import { openSocket } from '../../live/open-socket.js';

/** One live connection for the signed-in desk; null until the socket's code is here. */
export function useConnection(onOver: () => void): LiveConnection | null {
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    let opened: LiveConnection | null = null;
    let left = false;
    void openSocket().then((socket) => {
      if (left) return;
      opened = new LiveConnection({
        socket,
        page: { window, document },
        onSessionEnded: () => over.current(),
        onRefused: async (problem) => {
          const isOver = problem?.status === 401;
          if (isOver) over.current();
          return !isOver;
        },
      });
      setConnection(opened);
    });
    return () => {
      left = true;
      opened?.close();
      setConnection(null);
    };
  }, []);
  return connection;
}

const never = () => () => undefined;

/** Whether the connection lives just now. */
export function useConnectionState(connection: LiveConnection | null): ConnectionState {
  return useSyncExternalStore(
    connection ? (listener) => connection.subscribe(listener) : never,
    () => connection?.state ?? 'connecting',
  );
}
