import { useId } from 'preact/hooks';
import type { Field } from '../service/command';

/** One labelled field. It keeps what was typed; the form reads it when it is sent. */
export function FieldView({ field }: { field: Field }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      <Control id={id} field={field} />
    </div>
  );
}

function Control({ id, field }: { id: string; field: Field }) {
  const { name, value = '', kind = 'text', choices, isOptional } = field;
  if (choices) {
    return (
      <select id={id} name={name}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    );
  }
  const own = { id, name, defaultValue: value, required: !isOptional };
  if (kind === 'area') return <textarea rows={3} {...own} />;
  return kind === 'number' ? <input type="number" {...own} /> : <input type="text" {...own} />;
}
