import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { NewTab } from '../rich/NewTab';
import { useOwnRest } from '../ui-context';
import { readBlocks } from './blocks';
import { CodeBlock } from './CodeBlock';
import type { Block, Inline } from './tree';

// Longer texts are shown as they are, and cut.
const LONGEST = 16_384;

/** A text that says of itself that it is CommonMark, as nodes. What is HTML in it is text. */
export function Formatted({ text }: { readonly text: string }) {
  const { TextBody } = useOwnRest();
  const blocks = useMemo(() => (text.length > LONGEST ? undefined : readBlocks(text)), [text]);
  return blocks ? <div class="formatted">{blocks.map(drawBlock)}</div> : <TextBody text={text} />;
}

function drawBlock(block: Block, key: number): ComponentChildren {
  switch (block.kind) {
    case 'paragraph':
      return <p key={key}>{drawAll(block.of)}</p>;
    case 'heading':
      return (
        <p key={key}>
          <strong>{drawAll(block.of)}</strong>
        </p>
      );
    case 'code':
      return <CodeBlock key={key} text={block.text} />;
    case 'quote':
      return <blockquote key={key}>{block.of.map(drawBlock)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{item.map(drawBlock)}</li>);
      return block.start === undefined ? (
        <ul key={key}>{items}</ul>
      ) : (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      );
    }
    case 'rule':
      return <hr key={key} />;
  }
}

function drawAll(nodes: readonly Inline[]): ComponentChildren {
  return nodes.map((node, index) => <Piece key={index} node={node} />);
}

function Piece({ node }: { readonly node: Inline }) {
  const { TextBody } = useOwnRest();
  if (typeof node === 'string') return <TextBody text={node} />;
  switch (node.kind) {
    case 'em':
      return <em>{drawAll(node.of)}</em>;
    case 'strong':
      return <strong>{drawAll(node.of)}</strong>;
    case 'code':
      return <code>{node.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <Link url={node.url} of={node.of} />;
  }
}

/** Where one must not go, there is only the text. Where the text promises another place, that is told. */
function Link({ url, of }: { readonly url: string; readonly of: readonly Inline[] }) {
  const { safeUrl } = useOwnRest();
  const target = safeUrl(url, 'link');
  if (!target) return <>{drawAll(of)}</>;
  const read = textOf(of);
  const isHonest = !target.hostname || !/[\p{L}\p{N}-]\.\p{L}{2,}/u.test(read) || read.includes(target.hostname);
  return (
    <NewTab href={target.href}>
      {textOf(of) || target.href}
      {!isHonest && <bdi> ({target.hostname})</bdi>}
    </NewTab>
  );
}

function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : 'of' in node ? textOf(node.of) : 'text' in node ? node.text : ' ',
    )
    .join('');
}
