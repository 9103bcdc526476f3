import { render } from 'preact';
import { Gallery } from './Gallery';
import css from './playground.css?inline';
import { showState } from './stage';
import { states } from './states';
import { readSwitches } from './switches';

const query = new URLSearchParams(location.search);
const root = document.querySelector<HTMLElement>('#playground');
const style = document.createElement('style');
style.textContent = css;
document.head.append(style);

const switches = readSwitches(query);
const state = query.get('state');
if (root && state) {
  document.title = `Natter: ${state}`;
  root.className = `stage is-${query.has('bare') ? 'whole' : query.has('size') ? switches.size : 'whole'}`;
  showState(root, state, switches);
} else if (root) {
  render(<Gallery chosen={switches} />, root);
}
// For the contact sheet.
Object.assign(globalThis, { playgroundStates: Object.keys(states) });
