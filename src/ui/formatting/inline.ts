import { type Budget, DEEPEST, type Inline } from './tree';

const SPECIAL = /[\\`*_[\]<\n!]/g;
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}\p{S}]/u;
const SPACE = /\s/;
// In a link's target: no brackets of the other kind, so that no character is looked at for two links.
const TARGET = /\(\s*(?:<([^<>[\]\n]*)>|((?:[^\s()[\]<>]|\([^\s()[\]<>]*\))*))(?:\s+(?:"[^"[\]]*"|'[^'[\]]*'))?\s*\)/y;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]*)>/y;

interface Mark {
  readonly at: number;
  readonly sign: string;
  readonly length: number;
}

/**
 * The CommonMark subset that stands within a line: emphasis, code, links, hard breaks, escapes. One pass from left to
 * right: openers wait on a stack, and what closes takes all above its opener, so nothing is looked through twice.
 */
export function readInline(text: string, budget: Budget): readonly Inline[] {
  const nodes: Inline[] = [];
  const depths: number[] = [];
  const openers: Mark[] = [];
  const brackets: { readonly at: number; readonly openers: number }[] = [];
  const codeEnds = backtickRuns(text);
  const waiting = new Map<string, number>();
  let done = 0;

  function push(node: Inline, depth = 0): void {
    nodes.push(node);
    depths.push(depth);
  }

  function literal(upTo: number): void {
    if (upTo > done) push(text.slice(done, upTo));
    done = upTo;
  }

  function wait({ sign, length }: Mark, by: number): void {
    waiting.set(sign + length, (waiting.get(sign + length) ?? 0) + by);
  }

  /** Forgets openers: their marks stay what they are, text. */
  function dropOpeners(count: number): void {
    while (openers.length > count) wait(openers.pop() as Mark, -1);
  }

  /** Puts all nodes from `at` on into one. */
  function wrap(at: number, make: (of: readonly Inline[]) => Inline): boolean {
    const depth = 1 + Math.max(0, ...depths.slice(at));
    if (depth > DEEPEST || budget.left <= 0) return false;
    budget.left--;
    const of = nodes.splice(at);
    depths.splice(at);
    push(make(of), depth);
    return true;
  }

  function close(sign: string, run: number): number {
    let left = run;
    while (left > 0) {
      const has = [1, 2, 3].some((length) => length <= left && (waiting.get(sign + length) ?? 0) > 0);
      if (!has) break;
      let index = openers.length - 1;
      while (index >= 0 && (openers[index]?.sign !== sign || (openers[index]?.length ?? 0) > left)) index--;
      const opener = openers[index];
      if (!opener) break;
      dropOpeners(index);
      const { at, length } = opener;
      while ((brackets.at(-1)?.at ?? -1) > at) brackets.pop();
      const isWrapped = wrap(at + 1, (of) => emphasis(length, of));
      if (!isWrapped) break;
      // The mark itself stood as a text before what it opened.
      nodes.splice(at, 1);
      depths.splice(at, 1);
      left -= length;
    }
    return left;
  }

  function readRun(start: number): void {
    const sign = text[start] as string;
    let end = start;
    while (text[end] === sign) end++;
    const before = text[start - 1] ?? ' ';
    const after = text[end] ?? ' ';
    const opensLeft =
      !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
    const closesRight =
      !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
    const canOpen = opensLeft && (sign === '*' || !closesRight || PUNCTUATION.test(before));
    const canClose = closesRight && (sign === '*' || !opensLeft || PUNCTUATION.test(after));
    literal(start);
    const left = canClose ? close(sign, end - start) : end - start;
    done = end;
    if (left === 0) return;
    push(sign.repeat(left));
    if (!canOpen || left > 3) return;
    const mark = { at: nodes.length - 1, sign, length: left };
    openers.push(mark);
    wait(mark, 1);
  }

  function readCode(start: number): void {
    let open = start;
    while (text[open] === '`') open++;
    const length = open - start;
    const ends = codeEnds.get(length);
    while (ends && ends[0] !== undefined && ends[0] < open) ends.shift();
    const end = ends?.[0];
    if (end === undefined || budget.left <= 0) {
      literal(open);
      return;
    }
    budget.left--;
    literal(start);
    push({ kind: 'code', text: trimOne(text.slice(open, end).replace(/\n/g, ' ')) });
    done = end + length;
  }

  function readClosingBracket(at: number): void {
    const bracket = brackets.pop();
    TARGET.lastIndex = at + 1;
    const target = bracket && text[at + 1] === '(' ? TARGET.exec(text) : null;
    if (!bracket || !target) return;
    literal(at);
    dropOpeners(bracket.openers);
    const url = target[1] ?? target[2] ?? '';
    if (!wrap(bracket.at + 1, (of) => ({ kind: 'link', url, of }))) return;
    nodes.splice(bracket.at, 1);
    depths.splice(bracket.at, 1);
    // No link in a link.
    brackets.length = 0;
    done = at + 1 + target[0].length;
  }

  SPECIAL.lastIndex = 0;
  for (let hit = SPECIAL.exec(text); hit; hit = SPECIAL.exec(text)) {
    const at = hit.index;
    switch (hit[0]) {
      case '\\':
        if (PUNCTUATION.test(text[at + 1] ?? '')) {
          literal(at);
          push(text[at + 1] as string);
          done = at + 2;
        }
        break;
      case '`':
        readCode(at);
        break;
      case '*':
      case '_':
        readRun(at);
        break;
      case '!':
      case '[': {
        // A picture is a link to it: none is fetched because of a text.
        if (hit[0] === '!' && text[at + 1] !== '[') break;
        const length = hit[0] === '!' ? 2 : 1;
        literal(at);
        push(text.slice(at, at + length));
        done = at + length;
        brackets.push({ at: nodes.length - 1, openers: openers.length });
        break;
      }
      case ']':
        readClosingBracket(at);
        break;
      case '<': {
        AUTOLINK.lastIndex = at;
        const url = AUTOLINK.exec(text)?.[1];
        if (url === undefined || budget.left-- <= 0) break;
        literal(at);
        push({ kind: 'link', url, of: [url] });
        done = at + url.length + 2;
        break;
      }
      case '\n': {
        const end = at - (text[at - 1] === '\\' ? 1 : 2);
        if (end < done || !/^(?: {2}|\\)$/.test(text.slice(end, at)) || budget.left-- <= 0) break;
        literal(end);
        push({ kind: 'break' });
        done = at + 1;
        break;
      }
    }
    SPECIAL.lastIndex = Math.max(SPECIAL.lastIndex, done);
  }
  literal(text.length);
  return joined(nodes);
}

function emphasis(length: number, of: readonly Inline[]): Inline {
  if (length === 1) return { kind: 'em', of };
  return length === 2 ? { kind: 'strong', of } : { kind: 'strong', of: [{ kind: 'em', of }] };
}

/** Where runs of each length stand, in order. */
function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known) known.push(index);
    else runs.set(run.length, [index]);
  }
  return runs;
}

function trimOne(code: string): string {
  return code.length > 2 && code.startsWith(' ') && code.endsWith(' ') && code.trim() ? code.slice(1, -1) : code;
}

/** Pieces of text side by side are one, so that an address in them is found. */
function joined(nodes: readonly Inline[]): readonly Inline[] {
  const all: Inline[] = [];
  for (const node of nodes) {
    const before = all.at(-1);
    if (typeof node === 'string' && typeof before === 'string') all[all.length - 1] = before + node;
    else all.push(typeof node === 'string' || !('of' in node) ? node : { ...node, of: joined(node.of) });
  }
  return all;
}
