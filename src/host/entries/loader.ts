import { startShell } from '../shell';

// A module does not know its own script.
const script = document.currentScript ?? document.querySelector('script[src*="/loader."]');
if (script) startShell(script as HTMLScriptElement);
