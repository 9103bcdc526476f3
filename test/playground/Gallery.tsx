import { states } from './states';
import { type Switches, switches } from './switches';

/** All states at once, each in a frame of its own. */
export function Gallery({ chosen }: { readonly chosen: Switches }) {
  const link = (change: Partial<Switches>) => `?${new URLSearchParams({ ...chosen, ...change })}`;
  return (
    <div class={`gallery is-${chosen.theme}`}>
      <header>
        <h1>Natter: every state by name</h1>
        {Object.entries(switches).map(([name, values]) => (
          <p key={name}>
            {name}:{' '}
            {values.map((value) => (
              <a
                key={value}
                href={link({ [name]: value })}
                aria-current={chosen[name as keyof Switches] === value ? 'true' : undefined}
              >
                {value}
              </a>
            ))}
          </p>
        ))}
      </header>
      <main>
        {Object.keys(states).map((state) => {
          const address = `${link({})}&state=${state}`;
          return (
            <figure key={state}>
              <figcaption>
                <a href={address}>{state}</a>
              </figcaption>
              <iframe title={state} src={`${address}&bare`} class={`is-${chosen.size}`} loading="lazy" />
            </figure>
          );
        })}
      </main>
    </div>
  );
}
