import type { PropertyPlace } from '../actions';
import { listProperties, type Properties, type Property } from '../properties';
import type { ConsoleState } from '../state';
import { parseValue } from '../values';

interface Props {
  readonly state: ConsoleState;
  readonly title: string;
  readonly place: PropertyPlace;
  readonly properties: Properties;
}

/** Each with its value, to be changed and left with Enter, and a way to take it off. */
export function PropertyList({ state, title, place, properties }: Props) {
  const list = listProperties(properties);
  if (list.length === 0) return null;
  return (
    <details class="property-list">
      <summary>
        {title} <span class="muted">{list.length}</span>
      </summary>
      <dl class="properties">
        {list.map((property) => (
          <PropertyRow key={nameOf(property)} state={state} place={place} property={property} />
        ))}
      </dl>
    </details>
  );
}

interface RowProps {
  readonly state: ConsoleState;
  readonly place: PropertyPlace;
  readonly property: Property;
}

function PropertyRow({ state: { actions, quietly }, place, property }: RowProps) {
  const { namespace, name, value } = property;

  function save(text: string) {
    if (text === String(value)) return;
    void quietly(actions.setProperty(place, namespace, { [name]: parseValue(text, value) }));
  }

  return (
    <div>
      <dt>{nameOf(property)}</dt>
      <dd class="one-line">
        <input
          type="text"
          aria-label={`Value of ${nameOf(property)}`}
          key={String(value)}
          defaultValue={String(value)}
          onChange={(event) => save(event.currentTarget.value)}
        />
        <button
          type="button"
          class="link"
          aria-label={`Delete ${nameOf(property)}`}
          onClick={() => void quietly(actions.deleteProperty(place, namespace, [name]))}
        >
          ×
        </button>
      </dd>
    </div>
  );
}

function nameOf({ namespace, name }: Property): string {
  return `${namespace}.${name}`;
}
