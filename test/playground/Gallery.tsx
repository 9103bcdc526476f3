import { states } from './states';

const themes = ['light', 'dark'] as const;
const directions = ['ltr', 'rtl'] as const;
const sizes = ['window', 'phone'] as const;

/** All states at once, each in a frame of its own. */
export function Gallery({ query }: { readonly query: URLSearchParams }) {
  const chosen = {
    theme: query.get('theme') ?? 'light',
    dir: query.get('dir') ?? 'ltr',
    size: query.get('size') ?? 'window',
  };
  const link = (change: Partial<typeof chosen>) => `?${new URLSearchParams({ ...chosen, ...change })}`;
  const choice = (name: keyof typeof chosen, values: readonly string[]) => (
    <p>
      {values.map((value) => (
        <a href={link({ [name]: value })} aria-current={chosen[name] === value ? 'true' : undefined}>
          {value}
        </a>
      ))}
    </p>
  );
  return (
    <div class={`gallery is-${chosen.theme}`}>
      <header>
        <h1>Natter: every state by name</h1>
        {choice('theme', themes)}
        {choice('dir', directions)}
        {choice('size', sizes)}
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
