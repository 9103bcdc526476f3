import { dateIn } from '../i18n/date-in';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

/** What one agent does, or that somebody is still being looked for. */
export function Subtitle() {
  const { session, words, clock } = useUi();
  const agents = useValue(() => session.users.agents.value).filter((agent) => agent.isPresent);
  const isWaiting = useValue(
    () =>
      session.chat.value.state === 'active' &&
      session.phase.value === 'ready' &&
      session.availability.value !== 'offline',
  );
  const backAt = useValue(() =>
    session.availability.value === 'offline' ? session.rest.value?.rules.value.backAt : undefined,
  );
  const [agent, another] = agents;
  if (another) return null;
  const title = agent
    ? cleanLine(agent.jobTitle ?? '') || (agent.isBot && words.t('common.bot'))
    : backAt && backAt > clock.now()
      ? words.t('offline.back_at', { time: `${dateIn(words.language, backAt, clock.now())}, ${words.time(backAt)}` })
      : isWaiting && words.t('chat.waiting_agent');
  if (!title) return null;
  return (
    <p class="job-title">
      <bdi>{title}</bdi>
    </p>
  );
}
