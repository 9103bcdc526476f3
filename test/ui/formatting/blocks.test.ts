import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/ui/formatting/blocks';
import type { Block, Inline } from '../../../src/ui/formatting/tree';

/** The tree as one would draw it, in brackets. */
function draw(blocks: readonly Block[]): string {
  return blocks.map(drawBlock).join('|');
}

function drawBlock(block: Block): string {
  switch (block.kind) {
    case 'code':
      return `code(${block.text})`;
    case 'quote':
      return `quote(${draw(block.of)})`;
    case 'list':
      return `list${block.start ?? ''}(${block.items.map(draw).join('; ')})`;
    case 'rule':
      return 'rule';
    default:
      return `${block.kind === 'heading' ? 'h' : 'p'}(${inline(block.of)})`;
  }
}

function inline(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.kind === 'break') return '<br>';
      if (node.kind === 'code') return `\`${node.text}\``;
      return `${node.kind}${node.kind === 'link' ? `<${node.url}>` : ''}[${inline(node.of)}]`;
    })
    .join('');
}

function deepest(nodes: readonly Inline[]): number {
  return Math.max(0, ...nodes.map((node) => (typeof node === 'object' && 'of' in node ? 1 + deepest(node.of) : 0)));
}

describe('a formatted text', () => {
  it.each([
    ['plain', 'p(plain)'],
    ['*a* _b_ **c** __d__ ***e***', 'p(em[a] em[b] strong[c] strong[d] strong[em[e]])'],
    ['**a *b* c**', 'p(strong[a em[b] c])'],
    ['*a **b** c*', 'p(em[a strong[b] c])'],
    ['snake_case_word and 2 * 3 * 4', 'p(snake_case_word and 2 * 3 * 4)'],
    ['**open and *half', 'p(**open and *half)'],
    ['a ** b ** c', 'p(a ** b ** c)'],
    ['`code *x*` and ``a ` b``', 'p(`code *x*` and `a ` b`)'],
    ['a ` alone', 'p(a ` alone)'],
    ['\\*not\\* \\[x](y)', 'p(*not* [x](y))'],
    ['[list](https://a.example/x)', 'p(link<https://a.example/x>[list])'],
    ['[**b** c](https://a.example "title")', 'p(link<https://a.example>[strong[b] c])'],
    ['[w](https://a.example/x_(y))', 'p(link<https://a.example/x_(y)>[w])'],
    ['[w](<https://a.example/a b>)', 'p(link<https://a.example/a b>[w])'],
    ['[a [b](https://x.example) c](https://y.example)', 'p([a link<https://x.example>[b] c](https://y.example))'],
    ['![cat](https://a.example/c.png)', 'p(link<https://a.example/c.png>[cat])'],
    ['*[a*](b)', 'p(em[[a]](b))'],
    ['<https://a.example> <b>no</b>', 'p(link<https://a.example>[https://a.example] <b>no</b>)'],
    ['one  \ntwo\nthree', 'p(one<br>two\nthree)'],
    ['# Title\ntext', 'h(Title)|p(text)'],
    ['a\n\nb', 'p(a)|p(b)'],
    ['- a\n- b\n  - c\n- d', 'list(p(a); p(b)|list(p(c)); p(d))'],
    ['3. a\n4. b', 'list3(p(a); p(b))'],
    ['- a\n\n  more\n- b', 'list(p(a)|p(more); p(b))'],
    ['> a\n> - b', 'quote(p(a)|list(p(b)))'],
    ['```js\nlet *a*;\n\n  x\n```\nafter', 'code(let *a*;\n\n  x)|p(after)'],
    ['```\nnever closed', 'code(never closed)'],
    ['a\n---\nb', 'p(a)|rule|p(b)'],
    ['', ''],
  ])('%j', (text, tree) => {
    expect(draw(readBlocks(text))).toBe(tree);
  });

  it('nests no deeper than one can read, and loses nothing', () => {
    const [block] = readBlocks(`${'> '.repeat(50)}deep`);
    expect(JSON.stringify(block).split('quote').length - 1).toBeLessThanOrEqual(8);
    expect(JSON.stringify(block)).toContain('deep');
    const stars = '**a *b '.repeat(30) + '* c**'.repeat(30);
    const [paragraph] = readBlocks(stars);
    expect(deepest(paragraph?.kind === 'paragraph' ? paragraph.of : [])).toBeLessThanOrEqual(8);
  });

  it.each([
    ['marks', '*a* '.repeat(4_000)],
    ['items', '- a\n'.repeat(4_000)],
    ['quotes', '> a\n\n'.repeat(4_000)],
    ['links', '[a](https://b.example) '.repeat(700)],
  ])('makes no more nodes of many %s than a page can bear', (_, text) => {
    const count = JSON.stringify(readBlocks(text)).split('{').length;
    expect(count).toBeLessThan(1_300);
  });

  it.each([
    ['[', 16_000],
    ['](', 8_000],
    ['[a](', 4_000],
    ['**a', 5_000],
    ['*a _b ', 2_600],
    ['`a``b', 3_200],
    ['`', 16_000],
    ['> ', 8_000],
    ['<http://', 2_000],
    ['- \n', 5_000],
    ['[a](b(', 2_600],
    ['![', 8_000],
  ])('takes no longer than its length for many %j', (unit, times) => {
    const took = (text: string) => {
      const start = performance.now();
      readBlocks(text);
      return performance.now() - start;
    };
    took(unit.repeat(times));
    // Twice the length four times over would be a quarter of a second at least.
    expect(Math.min(took(unit.repeat(times)), took(unit.repeat(times)))).toBeLessThan(100);
  });
});
