import { startShell } from '../shell';

/** Ours is the one that runs now; a module does not know, and a tag manager may have moved it. */
function findScript(): HTMLScriptElement | null {
  const { currentScript } = document;
  if (currentScript instanceof HTMLScriptElement && currentScript.src) return currentScript;
  return document.querySelector('script[src*="/loader."]');
}

startShell({ window, script: findScript() });
