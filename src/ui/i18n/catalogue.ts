import type { en } from './en';
import type { enEmoji } from './en-emoji';
import type { enFiles } from './en-files';
import type { enForms } from './en-forms';
import type { enHome } from './en-home';
import type { enLog } from './en-log';
import type { enMoments } from './en-moments';
import type { enNotices } from './en-notices';
import type { enOptions } from './en-options';
import type { enRest } from './en-rest';
import type { enRich } from './en-rich';

type English = typeof en &
  typeof enRest &
  typeof enRich &
  typeof enForms &
  typeof enNotices &
  typeof enMoments &
  typeof enHome &
  typeof enLog &
  typeof enFiles &
  typeof enEmoji &
  typeof enOptions;
export type Key = keyof English;

/** One phrase for each plural category that the language has. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** What the file of a language has to hold. */
export type Catalogue = { readonly [K in Key]: English[K] extends string ? string : Forms };

type Phrase<K extends Key> = English[K] extends { readonly other: infer Other } ? Other : English[K];

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The values a phrase wants. `count` chooses the plural form. */
export type Values<K extends Key> = {
  readonly [Name in NamesIn<Phrase<K>>]: Name extends 'count' | 'position' ? number : string;
};

/** A phrase that wants no values. */
export type PlainKey = { [K in Key]: NamesIn<Phrase<K>> extends never ? K : never }[Key];

/** No second argument where a phrase has no placeholders. */
export type ValuesOf<K extends Key> = NamesIn<Phrase<K>> extends never ? [] : [values: Values<K>];
