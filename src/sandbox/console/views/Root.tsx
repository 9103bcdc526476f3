import { useState } from 'preact/hooks';
import type { Agent } from '../model';
import { rememberAgent, rememberedAgent } from '../page';
import type { ConsoleState } from '../state';
import { Desk } from './Desk';
import { LoginScreen } from './LoginScreen';

interface Props {
  readonly agents: readonly Agent[];
  readonly storage: () => Storage;
  readonly create: (me: Agent) => ConsoleState;
}

/** Who works here? Then their desk. */
export function Root({ agents, storage, create }: Props) {
  const [state, setState] = useState<ConsoleState | undefined>(() => {
    const remembered = agents.find((agent) => agent.id === rememberedAgent(storage));
    return remembered && begin(remembered);
  });

  function begin(me: Agent): ConsoleState {
    rememberAgent(storage, me.id);
    const next = create(me);
    next.start();
    return next;
  }

  async function logout(): Promise<void> {
    rememberAgent(storage, undefined);
    await state?.logout();
    setState(undefined);
  }

  if (!state) return <LoginScreen agents={agents} onChoose={(me) => setState(begin(me))} />;
  return <Desk state={state} onLogout={() => void logout()} />;
}
