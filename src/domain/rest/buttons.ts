import type { ChatEvent, RichButton, UserId } from '../types';

/** A postback counts for every button that has its id; the last one of a user says whether it is on. */
export function applyPostback(event: ChatEvent, postbackId: string, userId: UserId, isToggled: boolean): ChatEvent {
  if (event.kind !== 'rich-message') return event;
  const isOn = ({ userIds }: RichButton) => userIds.includes(userId);
  const isMeant = (button: RichButton) => button.postbackId === postbackId && isOn(button) !== isToggled;
  if (!event.elements.some(({ buttons }) => buttons.some(isMeant))) return event;
  const press = (button: RichButton): RichButton => {
    if (!isMeant(button)) return button;
    const others = button.userIds.filter((id) => id !== userId);
    return { ...button, userIds: isToggled ? [...others, userId] : others };
  };
  return {
    ...event,
    elements: event.elements.map((element) => ({ ...element, buttons: element.buttons.map(press) })),
  };
}
