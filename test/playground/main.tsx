import { render } from 'preact';
import { Gallery } from './Gallery';
import css from './playground.css?inline';
import { showState } from './stage';

const query = new URLSearchParams(location.search);
const root = document.querySelector<HTMLElement>('#playground');
const style = document.createElement('style');
style.textContent = css;
document.head.append(style);

const state = query.get('state');
if (root && state) {
  document.title = `Natter: ${state}`;
  root.className = `stage is-${query.has('bare') ? 'whole' : (query.get('size') ?? 'whole')}`;
  showState(root, { state, theme: query.get('theme'), dir: query.get('dir') });
} else if (root) {
  render(<Gallery query={query} />, root);
}
