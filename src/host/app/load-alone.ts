import type { AppBridge } from '../shell/contract';
import type { Environment } from './environment';

/** For a chat page: only that one fetches it. */
export const loadAlone = (address: string, environment: Environment): Promise<AppBridge> =>
  import('./alone').then((alone) => alone.readAddress(address, environment));
