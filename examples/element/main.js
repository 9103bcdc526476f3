import 'natter/element/define';
import { account } from '../account.js';

const chat = document.querySelector('natter-chat');
const output = document.querySelector('output');
for (const name of ['ready', 'visibility-changed', 'new-event']) {
  chat.addEventListener(name, () => {
    output.textContent += ` ${name}`;
  });
}
chat.setAttribute('server-url', account.serverUrl);
