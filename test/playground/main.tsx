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
  void showState(root, state, switches);
} else if (root) {
  render(<Gallery chosen={switches} />, root);
}
let stop: Promise<() => void> | undefined;

/** One state after the other in one page. */
async function drawState(name: string): Promise<void> {
  (await stop)?.();
  document.body.replaceChildren();
  const place = document.createElement('div');
  place.className = 'stage is-whole';
  document.body.append(place);
  stop = showState(place, name, switches);
  await stop;
}

// For the contact sheet and for tests.
Object.assign(globalThis, { playgroundStates: Object.keys(states), drawState });
