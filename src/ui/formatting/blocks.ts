import { readInline } from './inline';
import { type Block, type Budget, DEEPEST } from './tree';

const MOST_NODES = 600;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:\s+|$)/;
const RULE = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;

/** The CommonMark subset that agents and bots write: paragraphs, lists, quotes, code. Each line is read once a level. */
export function readBlocks(text: string): readonly Block[] {
  return read(text.replace(/\r\n?/g, '\n').split('\n'), { left: MOST_NODES }, 0);
}

function read(lines: readonly string[], budget: Budget, depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] as string;
    if (line.trim() === '') {
      index++;
      continue;
    }
    const isPlain = depth >= DEEPEST || budget.left-- <= 0;
    const found = isPlain ? undefined : (readFence(lines, index) ?? readSingle(line, index, budget));
    const nested =
      isPlain || found ? undefined : (readQuote(lines, index, budget, depth) ?? readList(lines, index, budget, depth));
    const { block, next } = found ?? nested ?? readParagraph(lines, index, budget, isPlain);
    blocks.push(block);
    index = next;
  }
  return blocks;
}

interface Found {
  readonly block: Block;
  /** The first line after it. */
  readonly next: number;
}

function readFence(lines: readonly string[], start: number): Found | undefined {
  const fence = FENCE.exec(lines[start] as string)?.[1];
  if (!fence) return undefined;
  const sign = fence[0] as string;
  let end = start + 1;
  while (end < lines.length && !isClosing(lines[end] as string, sign, fence.length)) end++;
  return { block: { kind: 'code', text: lines.slice(start + 1, end).join('\n') }, next: end + 1 };
}

function isClosing(line: string, sign: string, least: number): boolean {
  const mark = line.trim();
  return mark.length >= least && mark === sign.repeat(mark.length);
}

function readSingle(line: string, index: number, budget: Budget): Found | undefined {
  if (RULE.test(line)) return { block: { kind: 'rule' }, next: index + 1 };
  const heading = HEADING.exec(line)?.[0];
  if (heading === undefined) return undefined;
  const text = line.slice(heading.length).trim();
  return { block: { kind: 'heading', of: readInline(text, budget) }, next: index + 1 };
}

function readQuote(lines: readonly string[], start: number, budget: Budget, depth: number): Found | undefined {
  let end = start;
  while (end < lines.length && QUOTE.test(lines[end] as string)) end++;
  if (end === start) return undefined;
  const inner = lines.slice(start, end).map((line) => line.replace(QUOTE, ''));
  return { block: { kind: 'quote', of: read(inner, budget, depth + 1) }, next: end };
}

function readList(lines: readonly string[], start: number, budget: Budget, depth: number): Found | undefined {
  const first = ITEM.exec(lines[start] as string)?.[2];
  if (!first) return undefined;
  const items: (readonly Block[])[] = [];
  let index = start;
  while (index < lines.length && (index === start || budget.left > 0)) {
    const mark = ITEM.exec(lines[index] as string);
    if (!mark || kindOf(mark[2] as string) !== kindOf(first)) break;
    const indent = mark[0].length || 1;
    const inner = [(lines[index] as string).slice(mark[0].length)];
    for (index++; index < lines.length && belongs(lines, index, indent); index++) {
      inner.push(
        (lines[index] as string).slice(0, indent).trim() === ''
          ? (lines[index] as string).slice(indent)
          : (lines[index] as string),
      );
    }
    items.push(read(inner, budget, depth + 1));
  }
  const number = Number.parseInt(first, 10);
  return { block: { kind: 'list', start: Number.isNaN(number) ? undefined : number, items }, next: index };
}

/** Deeper than the mark; or empty, with something deeper to follow; or a paragraph that goes on. */
function belongs(lines: readonly string[], index: number, indent: number): boolean {
  const line = lines[index] as string;
  const isDeep = (other: string | undefined) =>
    other !== undefined && other.trim() !== '' && /^ */.exec(other)![0].length >= Math.min(indent, 2);
  if (line.trim() === '') return isDeep(lines[index + 1]);
  if (isDeep(line)) return true;
  return !startsBlock(line) && (lines[index - 1] as string).trim() !== '';
}

function startsBlock(line: string): boolean {
  return ITEM.test(line) || QUOTE.test(line) || FENCE.test(line) || HEADING.test(line) || RULE.test(line);
}

function kindOf(mark: string): string {
  return mark.at(-1) as string;
}

function readParagraph(lines: readonly string[], start: number, budget: Budget, isPlain: boolean): Found {
  let end = start + 1;
  if (isPlain) end = lines.length;
  else while (end < lines.length && (lines[end] as string).trim() !== '' && !startsBlock(lines[end] as string)) end++;
  const text = lines.slice(start, end).join('\n').trim();
  return { block: { kind: 'paragraph', of: isPlain ? [text] : readInline(text, budget) }, next: end };
}
