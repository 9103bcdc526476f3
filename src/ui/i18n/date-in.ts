/** A calendar day, with its year if it is not the year of `now`. */
export function dateIn(language: string, at: number, now: number): string {
  const year = yearOf(at) === yearOf(now) ? undefined : 'numeric';
  return new Date(at).toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long', year });
}

const yearOf = (at: number) => new Date(at).getFullYear();
