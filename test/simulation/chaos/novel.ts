import { type Act, say } from './acts';

/** More than fits into one message: words, or a single one without any place to cut. */
export const NOVEL: Readonly<Record<string, Act>> = {
  'visitor writes a novel'(world, tab, chance) {
    world.hit('text of several messages');
    const word = chance() < 0.5 ? 'chain 🚲 ' : 'äöü';
    say(world, tab, word.repeat(2_000 + Math.floor(chance() * 6_000)));
  },
};
