import type { Agent } from '../../domain';
import { displayName } from '../i18n/names';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

import { Avatar } from './Avatar';

const MOST_PHOTOS = 3;

/** Who one is talking to; or, while that is nobody yet, whether somebody is there. */
export function Identity({ headingId }: { readonly headingId: string }) {
  const { session, words, focus } = useUi();
  const agents = useValue(() => session.users.agents.value).filter((agent) => agent.isPresent);
  const availability = useValue(() => session.availability.value);
  const heading = (text: string) => (
    <h2 id={headingId} ref={focus.heading} tabIndex={-1}>
      <bdi>{text}</bdi>
    </h2>
  );
  if (agents.length === 0) {
    return (
      <div class="identity">
        <span class="avatar is-us" aria-hidden="true">
          <Icon name="chat" />
        </span>
        <div class="who">{heading(words.t(titles[availability]))}</div>
      </div>
    );
  }
  const title = agents.length === 1 ? titleOf(agents[0] as Agent) || botTitle(agents[0] as Agent) : '';
  return (
    <div class="identity">
      <span class="photos">
        {agents.slice(0, MOST_PHOTOS).map((agent) => (
          <Avatar key={agent.id} name={displayName(words, agent.name)} url={agent.avatarUrl} />
        ))}
      </span>
      <div class="who">
        {heading(words.list(agents.map((agent) => displayName(words, agent.name))))}
        {title && (
          <p class="job-title">
            <bdi>{title}</bdi>
          </p>
        )}
      </div>
    </div>
  );

  function botTitle(agent: Agent): string {
    return agent.isBot ? words.t('common.bot') : '';
  }
}

const titles = {
  online: 'window.title_online',
  offline: 'window.title_offline',
  unknown: 'window.title',
} as const;

function titleOf(agent: Agent): string {
  return cleanLine(agent.jobTitle ?? '');
}
