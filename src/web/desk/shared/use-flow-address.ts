import { useSyncExternalStore } from 'react';

/** What of the flows is shown: the list, a flow at its present or an earlier content, or its try-out. */
export interface FlowAddress {
  flowId: string | null;
  /** Null for the content of the present files. */
  hash: string | null;
  isTried: boolean;
}

const ADDRESS = /^#\/flows(?:\/([a-z0-9-]{1,60})(?:\/([0-9a-f]{64}))?(\/try)?)?$/;

function onHashChange(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}

/** The address of a flow within the desk; without one it is the list. */
export function flowAddress({
  flowId = null,
  hash = null,
  isTried = false,
}: Partial<FlowAddress> = {}): string {
  return ['#/flows', flowId, hash, isTried && 'try'].filter(Boolean).join('/');
}

/** The flow that an address names; any other address is the list, as editors have no other pages. */
export function parseFlowAddress(address: string): FlowAddress {
  const [, flowId = null, hash = null, tried] = ADDRESS.exec(address) ?? [];
  return { flowId, hash, isTried: tried !== undefined };
}

export function useFlowAddress(): FlowAddress {
  return parseFlowAddress(useSyncExternalStore(onHashChange, () => window.location.hash));
}
