import { useSyncExternalStore } from 'react';
import { OFFLINE_STARTING, type OfflineState, offlineState, onOfflineChange } from './offline-state.ts';

const onServer = () => OFFLINE_STARTING;

export function useOffline(): OfflineState {
  return useSyncExternalStore(onOfflineChange, offlineState, onServer);
}
