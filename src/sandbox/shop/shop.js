// The shop's own script: the basket, the chat links, and the strip for developers in the footer.

const BASKET = 'harbour-basket';
const count = document.querySelector('[data-basket-count]');

function readBasket() {
  try {
    return Number(localStorage.getItem(BASKET)) || 0;
  } catch {
    return 0;
  }
}

function addToBasket() {
  const items = readBasket() + 1;
  try {
    localStorage.setItem(BASKET, String(items));
  } catch {
    // Without storage the basket lasts as long as the page.
  }
  count.textContent = String(items);
}

count.textContent = String(readBasket());
for (const button of document.querySelectorAll('[data-add]')) button.addEventListener('click', addToBasket);

for (const link of document.querySelectorAll('[data-chat]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    LiveChatWidget.call('maximize');
  });
}

// For developers

const MOST_EVENTS = 20;
const state = document.querySelector('[data-state]');
const events = document.querySelector('[data-events]');

function showState() {
  try {
    state.textContent = JSON.stringify(LiveChatWidget.get('state'));
  } catch {
    state.textContent = 'not loaded';
  }
}

function showEvent(name, payload) {
  const row = document.createElement('li');
  const title = document.createElement('strong');
  title.textContent = name;
  row.append(title, ` ${JSON.stringify(payload) ?? ''}`);
  events.prepend(row);
  events.children[MOST_EVENTS]?.remove();
  showState();
}

for (const name of ['ready', 'new_event', 'visibility_changed', 'availability_changed']) {
  LiveChatWidget.on(name, (payload) => showEvent(name, payload));
}

for (const button of document.querySelectorAll('[data-call]')) {
  button.addEventListener('click', () => {
    const { call, draft } = button.dataset;
    if (draft) LiveChatWidget.call(call, { messageDraft: draft });
    else LiveChatWidget.call(call);
    showState();
  });
}

showState();
