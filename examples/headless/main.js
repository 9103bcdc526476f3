import { effect } from '@preact/signals-core';
import { openChat } from 'natter/headless';
import { account } from '../account.js';

const { session, setWatched } = await openChat(account);
setWatched(true);

const log = document.getElementById('log');
effect(() => {
  const messages = session.timeline.items.value.filter(({ kind }) => kind === 'message');
  log.replaceChildren(
    ...messages.map(({ text }) => Object.assign(document.createElement('li'), { textContent: text })),
  );
});

const form = document.querySelector('form');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  session.send(form.elements.text.value);
  form.reset();
});
