import type { Command, Values } from '../service/command';
import { valuesOf } from '../values';
import { FieldView } from './FieldView';

interface Props {
  readonly command: Command;
  readonly run: (command: Command, values: Values) => Promise<void>;
}

/** A command that wants to know something first. What was typed stays, for the next time. */
export function CommandForm({ command, run }: Props) {
  return (
    <form
      class="fields"
      aria-label={command.label}
      onSubmit={(event) => {
        event.preventDefault();
        void run(command, valuesOf(event.currentTarget));
      }}
    >
      {command.fields?.map((field) => (
        <FieldView key={field.name} field={field} />
      ))}
      <button type="submit">{command.label}</button>
    </form>
  );
}
