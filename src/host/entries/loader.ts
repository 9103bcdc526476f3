import { startShell } from '../shell';

// A module does not know its own script. And where an element of the page has this name, the document answers with it.
const current: unknown = document.currentScript;
const script = /Scr/.test(current as string) ? current : document.querySelector('script[src*="/loader."]');
if (script) startShell(script as HTMLScriptElement);
