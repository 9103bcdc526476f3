import { createWidget } from 'natter';
import { account } from '../account.js';

const widget = createWidget({
  ...account,
  onReady: ({ state }) => console.log('ready', state.availability),
});
widget.init();

document.getElementById('open').addEventListener('click', () => widget.updateVisibility('maximized'));
