import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chat, User } from '../model';
import { commandGroups } from '../service';
import type { Command, CommandGroup, Values } from '../service/command';
import type { ConsoleState } from '../state';
import { valuesOf } from '../values';
import { CommandForm } from './CommandForm';
import { FieldView } from './FieldView';

interface Props {
  readonly state: ConsoleState;
  readonly chat: Chat | undefined;
  readonly customer: User;
  readonly onClose: () => void;
}

/** What is rarely wanted: whatever the API and the sandbox can do and daily work does not need. */
export function ServicePanel({ state, chat, customer, onClose }: Props) {
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  async function run({ label, run: act }: Command, values: Values): Promise<void> {
    state.notice.value = undefined;
    setSaid(`${label}…`);
    const isDone = (await state.quietly(act(values))) !== undefined;
    setSaid(isDone ? `Done: ${label}` : `Refused: ${label}. ${state.notice.peek() ?? ''}`);
  }

  return (
    <section
      class="side service"
      aria-label="Service"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header class="side-header">
        <h2 ref={heading} tabIndex={-1}>
          Service
        </h2>
        <button type="button" class="quiet" onClick={onClose}>
          Close service
        </button>
      </header>
      <p class="service-said muted" role="status">
        {said}
      </p>
      {commandGroups({ state, chat, customer }).map((group) => (
        <Group key={group.title} group={group} run={run} />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly group: CommandGroup;
  readonly run: (command: Command, values: Values) => Promise<void>;
}

/** Folded, so that one sees what there is. Its own fields count for each of its commands. */
function Group({ group, run }: GroupProps) {
  const shared = useRef<HTMLFormElement>(null);
  const buttons = group.commands.filter(({ fields }) => !fields);
  const forms = group.commands.filter(({ fields }) => fields);

  function runShared(command: Command, values: Values) {
    const form = shared.current;
    return run(command, { ...(form && valuesOf(form)), ...values });
  }

  return (
    <details class="service-group">
      <summary>{group.title}</summary>
      {group.fields && (
        <form ref={shared} class="fields" aria-label={group.title} onSubmit={(event) => event.preventDefault()}>
          {group.fields.map((field) => (
            <FieldView key={field.name} field={field} />
          ))}
        </form>
      )}
      {buttons.length > 0 && (
        <div class="service-buttons">
          {buttons.map((command) => (
            <button key={command.label} type="button" onClick={() => void runShared(command, {})}>
              {command.label}
            </button>
          ))}
        </div>
      )}
      {forms.map((command) => (
        <CommandForm key={command.label} command={command} run={runShared} />
      ))}
    </details>
  );
}
