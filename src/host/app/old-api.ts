import { effect } from '@preact/signals-core';
import type { Greeting, MomentMap, Session } from '../../domain';
import type { AppBridge } from '../shell/contract';
import { tellOldForms } from './old-forms';

/** What only the callbacks of JS API 1.0 tell: who says what, and with whom one chats. For pages that have `LC_API`. */
export function tellOldApi(session: Session, { send }: Pick<AppBridge, 'send'>): () => void {
  const tell = (name: string, ...args: readonly unknown[]) =>
    send({ type: 'event', name: 'old_event', payload: { name, args } });

  function tellMessage({ message, isOwn }: MomentMap['new-message']): void {
    const who = isOwn
      ? { user_type: 'visitor', visitor_name: session.users.me.peek()?.name }
      : { user_type: 'agent', agent_name: session.users.nameOf(message.authorId), agent_login: message.authorId };
    tell('message', { text: message.text, timestamp: Math.floor(message.place.at / 1_000), ...who });
  }
  const early = session.moments.early ?? [];
  for (const [name, moment] of early) if (name === 'new-message') tellMessage(moment);
  const stopMessages = session.moments.on('new-message', tellMessage);
  const stopEnds = session.moments.on('chat-ended', () => tell('chat_ended'));

  // Known once somebody has come.
  let isTold = session.chat.peek().state === 'active' && !early.some(([name]) => name === 'chat-started');
  const stopStarts = effect(() => {
    const [agent] = session.users.agents.value;
    const isActive = session.chat.value.state === 'active';
    if (isActive && agent && !isTold) tell('chat_started', { agent_name: agent.name ?? '' });
    isTold = isActive && (isTold || agent !== undefined);
  });
  const forms = tellOldForms(session, tell);
  const stopDeeds = effect(() =>
    session.rest.value?.onDeed((deed) => {
      if (deed.kind === 'form-submitted') forms.submitted(deed.form);
      else if (deed.kind === 'greeting-received') tell('message', invitationOf(deed.greeting, deed.at));
    }),
  );

  // A comment that was there before is no news.
  let known: string | undefined;
  let isFollowing = false;
  const stopComments = effect(() => {
    const comment = session.rest.value?.rating.value.comment;
    if (session.phase.value !== 'ready') return;
    if (isFollowing && comment && comment !== known) tell('rating_comment_submitted', comment);
    known = comment;
    isFollowing = true;
  });

  return () => {
    for (const stop of [stopMessages, stopEnds, stopStarts, stopDeeds, stopComments, () => forms.stop()]) stop();
  };
}

function invitationOf({ content, agent, isFirstTime }: Greeting, at: number) {
  const text = content.kind === 'message' ? content.text : content.elements.map(({ title = '' }) => title).join('\n');
  return {
    text,
    timestamp: Math.floor(at / 1_000),
    user_type: 'agent',
    agent_name: agent.name,
    agent_login: agent.id,
    invitation: true,
    received_first_time: isFirstTime,
  };
}
