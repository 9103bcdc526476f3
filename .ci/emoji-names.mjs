// Writes the names of emoji in other languages: src/ui/emoji/names. The names are those of the Unicode CLDR (see its
// licence in node_modules/cldr-annotations-modern), in the order of our table,
// one a line: a name, and after a slash more words to find it by.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const at = (path) => resolve(import.meta.dirname, '..', path);
const LANGUAGES = ['ar', 'de', 'pl'];
// What begins the name of an emoji that has several, and marks that mean nothing to a search.
const clean = (text) => text.replaceAll(/[,/'\\]|\s+/g, ' ').trim();

const { module } = await runnerImport(at('src/ui/emoji/emoji-list.ts'), { configFile: false, logLevel: 'warn' });
const emoji = module
  .emojiIn('en')
  .filter(({ name }) => name !== 'flags')
  .flatMap((group) => group.emoji);

for (const language of LANGUAGES) {
  const file = at(`node_modules/cldr-annotations-modern/annotations/${language}/annotations.json`);
  const known = JSON.parse(readFileSync(file, 'utf8')).annotations.annotations;
  const lines = emoji.map(({ text }) => {
    const { tts: [name] = [], default: words = [] } = known[text] ?? known[text.replaceAll('\uFE0F', '')] ?? {};
    if (!name) return '';
    const more = words.map(clean).filter((word) => !clean(name).includes(word));
    return [clean(name), more.join(' ')].filter(Boolean).join('/');
  });
  writeFileSync(at(`src/ui/emoji/names/${language}.txt`), lines.join('\n'));
  console.log(language, lines.length, lines.filter((line) => !line).length);
}
