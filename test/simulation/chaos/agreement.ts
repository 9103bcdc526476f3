import { agentSays, ask } from './acts';
import type { World } from './world';

const AGREES_WITHIN_MS = 1_000;
const QUIET_MS = 3_000;
const READ_WITHIN_MS = 5_000;

/** G9: nobody looks, somebody writes, and one tab is looked at again: all tabs know, and one of them rings. */
export async function checkTabsAgree(world: World): Promise<void> {
  const { truth } = world.service;
  if (!world.anna || !truth.chatOf(world.anna)) return;
  ask(world, 'resume_chat', {});
  await world.clock.passAsync(QUIET_MS);
  for (const { isVisible } of world.tabs) isVisible.value = false;
  await world.clock.passAsync(QUIET_MS);

  const before = new Set(truth.eventsOf(world.anna).map(({ id }) => id));
  for (let time = 0; time < 3; time += 1) {
    agentSays(world);
    await world.clock.passAsync(QUIET_MS);
  }
  const written = truth.eventsOf(world.anna).filter(({ id, type }) => type === 'message' && !before.has(id));
  if (written.length > 0) world.hit('nobody looked');
  checkUnread(world, written.length);
  for (const { id } of written) if (!world.rings.has(id)) world.violate('V11 nobody rang', id);

  world.tabs[0]!.isVisible.value = true;
  await world.clock.passAsync(READ_WITHIN_MS);
  checkUnread(world, 0);
  world.tabs[0]!.client!.session.draft.set('one for all');
  await world.clock.passAsync(AGREES_WITHIN_MS);
  // Who could not store something goes on with what only that page knows.
  const isShared = !(['storage full', 'storage denied', 'storage corrupt'] as const).some((kind) =>
    world.hits.has(kind),
  );
  for (const { client, number } of isShared ? world.tabs : []) {
    const text = client!.session.draft.text.peek();
    if (text !== 'one for all') world.violate('V11 drafts', `tab ${number} “${text}”`);
  }
  for (const { isVisible } of world.tabs) isVisible.value = true;
  await world.clock.passAsync(QUIET_MS);
}

function checkUnread(world: World, expected: number): void {
  for (const { client, number } of world.tabs) {
    const count = client!.session.unread.count.peek();
    if (count !== expected) world.violate('V11 unread', `tab ${number} ${count}, really ${expected}`);
  }
}
