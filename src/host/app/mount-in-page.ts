import type { AppBridge } from '../shell/contract';
import { createEnvironment } from './environment';
import { mountApp } from './mount';

/** For a page that has us as a package, and so no frame. */
export function mountInPage(root: HTMLElement, bridge: AppBridge): () => void {
  return mountApp(root, bridge, createEnvironment(window));
}
