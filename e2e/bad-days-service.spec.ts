import { startFaultyProxy } from '../test/support/faulty-proxy';
import { startDemo } from './support/demo';
import { BadDay, expect, hastenAttempts, maraTakesChats, test } from './support/proxy';

test.use({ trace: 'off', shopOptions: { keepsData: true, scriptedAgent: false } });

test('a service that is killed with a message on its way', async ({ day, shop }) => {
  await day.chats();
  const held = day.proxy.at('send_event', 'hold');
  await day.types('On its way', 'Behind it');
  await held;
  await shop.kill();
  day.proxy.cut();
  await day.types('In the dark');
  await day.visitor.composer.fill('Half a sen');
  await shop.restart();
  await maraTakesChats(shop);
  day.comesUp();
  await day.arrives();
  await expect(day.visitor.composer).toHaveValue('Half a sen');
  await expect(day.visitor.composer).toBeFocused();
  await day.endsWell();
});

test('a service that is killed with the answer on its way', async ({ day, shop }) => {
  await day.chats();
  const cut = day.proxy.at('send_event', 'handled');
  await day.types('Handled', 'Not handled');
  await cut;
  await shop.kill();
  await shop.restart();
  await maraTakesChats(shop);
  await day.endsWell();
});

test('a service that has forgotten everything', async ({ page }) => {
  const demo = await startDemo({ scriptedAgent: false });
  const network = await startFaultyProxy(demo.url);
  const leave = await maraTakesChats(demo);
  await hastenAttempts(page);
  const day = new BadDay(page, demo, network);
  await day.chats();
  await day.goesDown();
  await demo.kill();
  await demo.restart();
  const leaveAgain = await maraTakesChats(demo);
  day.startsAfresh();
  await day.types('All over again');
  day.comesUp();
  await day.endsWell();
  await Promise.all([leave(), leaveAgain()]);
  await network.close();
  await demo.stop();
});

test('a token that is revoked in the gap', async ({ day }) => {
  await day.chats();
  const token = await day.token();
  await day.goesDown();
  await day.types('With another token');
  await day.truth.control('revoke-token', { token });
  day.comesUp();
  await day.endsWell();
  expect(await day.token()).not.toBe(token);
});

test('a chat that is changed and ended in the gap', async ({ day }) => {
  await day.chats();
  for (const text of ['To be edited', 'To be deleted']) await day.hears(text);
  const chat_id = await day.chatId();
  const messages = await day.truth.messagesOf(chat_id);
  const idOf = (text: string) => messages.find((message) => message.text === text)?.id;
  await day.goesDown();
  await day.truth.control('edit-event', { chat_id, event_id: idOf('To be edited'), text: 'Edited' });
  await day.truth.control('delete-event', { chat_id, event_id: idOf('To be deleted') });
  await day.truth.act('deactivate_chat', { id: chat_id });
  await day.types('Into a chat that is over');
  day.comesUp();
  await day.endsWell();
  await day.visitor.sees('Edited');
  await expect(day.visitor.message('To be deleted')).toHaveCount(0);
});

test('a chat that is handed over in the gap', async ({ day }) => {
  await day.chats();
  const chat_id = await day.chatId();
  const about = { chat_id, user_type: 'agent', ignore_requester_presence: true };
  await day.goesDown();
  await day.truth.act('add_user_to_chat', { ...about, user_id: 'theo@harbour.example', visibility: 'all' });
  await day.truth.act('remove_user_from_chat', { ...about, user_id: 'mara@harbour.example' });
  await day.types('Who is there?');
  day.comesUp();
  await day.endsWell();
  await expect(day.visitor.window.getByText(/Theo/).first()).toBeVisible();
});
