import { announcements } from './announcements';
import { chatProperties } from './chat-properties';
import type { ChatScene, CommandGroup, Scene } from './command';
import { customerCommands } from './customer';
import { forms } from './forms';
import { greetings } from './greetings';
import { indicators } from './indicators';
import { buttons, oneEvent } from './one-event';
import { people } from './people';
import { server } from './server';
import { statuses } from './statuses';

/** Everything rarely used, in groups; those of chats only where there is one. */
export function commandGroups(scene: Scene): readonly CommandGroup[] {
  const groups = [
    ...(hasChat(scene) ? chatGroups(scene) : []),
    customerCommands(scene),
    greetings(scene),
    statuses(scene),
    announcements(scene),
  ];
  return groups.filter((group) => group !== undefined);
}

function chatGroups(scene: ChatScene): readonly (CommandGroup | undefined)[] {
  return [indicators, oneEvent, buttons, people, chatProperties, forms, server].map((make) => make(scene));
}

function hasChat(scene: Scene): scene is ChatScene {
  return scene.chat !== undefined;
}
