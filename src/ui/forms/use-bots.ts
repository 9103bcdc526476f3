import { useEffect, useState } from 'preact/hooks';
import type { UserId } from '../../domain';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

const KEPT_AS = 'bots';
const MOST_KEPT = 20;

/**
 * Who of those who answer is none of the people. The users of a chat need not say it (`is_bot`); the greeting and whoever is
 * said to answer next (`get_predicted_agent`, v3.0 and v3.6) do. What was learnt once is kept on this device.
 */
export function useBots(): readonly UserId[] {
  const { session } = useUi();
  const rest = useValue(() => session.rest.value);
  const [bots, setBots] = useState<readonly UserId[]>(() => readIds(rest?.memory.read(KEPT_AS)));
  const greeter = useValue(() => session.rest.value?.greeting.value?.agent);
  const agents = useValue(() => session.users.agents.value);
  const isOnline = useValue(() => session.line.value.state === 'online');
  const present = agents.filter(({ isPresent }) => isPresent);
  const said = [...present, ...(greeter ? [greeter] : [])].filter(({ isBot }) => isBot).map(({ id }) => id);
  const all = [...new Set([...bots, ...said])];
  const known = all.join();
  // Before a chat nobody is there: then who would come is asked for.
  const unknown = present.map(({ id }) => id).filter((id) => !all.includes(id));
  const wanted = isOnline && (unknown.length > 0 || present.length === 0) ? unknown.join() : undefined;

  function learn(ids: readonly UserId[]): void {
    setBots(ids);
    rest?.memory.write(KEPT_AS, ids.slice(-MOST_KEPT));
  }

  useEffect(() => {
    if (all.length > bots.length) learn(all);
  }, [known]);
  useEffect(() => {
    let isGone = false;
    if (wanted !== undefined)
      void rest?.predictAgent().then((next) => {
        if (!isGone && next?.isBot && !all.includes(next.id)) learn([...all, next.id]);
      });
    return () => {
      isGone = true;
    };
  }, [wanted]);
  return all;
}

function readIds(kept: unknown): readonly UserId[] {
  return Array.isArray(kept) ? kept.filter((id): id is UserId => typeof id === 'string') : [];
}
