import type { Agent } from '../model';
import { Avatar } from './Avatar';

interface Props {
  readonly agents: readonly Agent[];
  readonly onChoose: (agent: Agent) => void;
}

export function LoginScreen({ agents, onChoose }: Props) {
  return (
    <main class="login">
      <div class="login-card">
        <h1>Agent console</h1>
        <p class="muted">
          {agents.length
            ? 'Choose who you are. While you are here, new chats come to you; the scripted assistant steps back.'
            : 'This page names no agents. Open it from the sandbox server, at /agent.'}
        </p>
        <ul class="login-agents" aria-label="Agents">
          {agents.map((agent) => (
            <li key={agent.id}>
              <button
                type="button"
                class="login-agent"
                aria-label={`Log in as ${agent.name}`}
                onClick={() => onChoose(agent)}
              >
                <Avatar id={agent.id} name={agent.name} />
                <span class="login-who">
                  <span>
                    Log in as <strong>{agent.name}</strong>
                  </span>
                  <span class="muted">{agent.jobTitle}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
