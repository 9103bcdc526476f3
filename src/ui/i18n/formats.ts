/** Dates, times and numbers of a language. Everything that is not a phrase comes from Intl. */
export interface Formats {
  readonly time: (at: number) => string;
  /** A calendar day, with its year if it is not the year of `now`. */
  readonly date: (at: number, now: number) => string;
  readonly number: (value: number) => string;
  readonly minutes: (value: number) => string;
  readonly seconds: (value: number) => string;
  readonly days: (value: number) => string;
  readonly list: (names: readonly string[]) => string;
  readonly pluralOf: (count: number) => Intl.LDMLPluralRule;
}

export function createFormats(language: string): Formats {
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const thisYear = new Intl.DateTimeFormat(language, day);
  const otherYear = new Intl.DateTimeFormat(language, { ...day, year: 'numeric' });
  const number = new Intl.NumberFormat(language);
  const unit = (name: string) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' });
  const units = { minute: unit('minute'), second: unit('second'), day: unit('day') };
  const names = new Intl.ListFormat(language);
  const plurals = new Intl.PluralRules(language);
  const yearOf = (at: number) => new Date(at).getFullYear();
  return {
    time: (at) => time.format(at),
    date: (at, now) => (yearOf(at) === yearOf(now) ? thisYear : otherYear).format(at),
    number: (value) => number.format(value),
    minutes: (value) => units.minute.format(value),
    seconds: (value) => units.second.format(value),
    days: (value) => units.day.format(value),
    list: (of) => names.format(of),
    pluralOf: (count) => plurals.select(count),
  };
}
