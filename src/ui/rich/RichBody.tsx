import type { ComponentChildren } from 'preact';
import type { RichElement, RichMessage } from '../../domain';
import type { RichContent } from '../content/kinds';
import { useUi } from '../ui-context';
import { Card } from './Card';
import { CardTexts } from './CardTexts';
import { Carousel } from './Carousel';
import { Choices } from './Choices';
import { FileBody } from './FileBody';
import { OpenedBy } from './opened-by';
import { IsOver, useIsOver } from './over';
import { type ChooseGoods, ProductCard } from './ProductCard';
import { Sticker } from './Sticker';

// Longer lists are cut: one event does not fill a page.
const MOST_ELEMENTS = 10;

interface Props {
  readonly content: RichContent;
  /** Quick replies may still be given. */
  readonly mayAnswer: boolean;
}

export function RichBody({ content, mayAnswer }: Props) {
  if (content.kind === 'file') return <FileBody file={content} />;
  return (
    <OpenedBy.Provider value={content}>
      <Rich message={content} mayAnswer={mayAnswer} />
    </OpenedBy.Provider>
  );
}

interface RichProps {
  readonly message: RichMessage;
  readonly mayAnswer: boolean;
}

function Rich(props: RichProps) {
  const { session } = useUi();
  return (
    <IsOver.Provider value={useIsOver(session, props.message)}>
      <Template {...props} />
    </IsOver.Provider>
  );
}

function Template({ message, mayAnswer }: RichProps) {
  const { session } = useUi();
  const elements = message.elements.slice(0, MOST_ELEMENTS);
  const [first] = elements;
  const choose: ChooseGoods = async (button, goods) =>
    (await session.rest.peek()?.press(message, button, goods)) ?? 'failed';
  if (!first) return null;
  switch (message.templateId) {
    case 'cards':
      return listed(elements, (element) => <Card element={element} choose={choose} authorId={message.authorId} />);
    case 'ecommerce':
      return listed(elements, (element) => (
        <ProductCard element={element} choose={choose} authorId={message.authorId} />
      ));
    case 'quick_replies':
      return (
        <>
          <TextsOnly elements={elements} />
          {mayAnswer && <Choices buttons={elements.flatMap(({ buttons }) => buttons)} choose={choose} isQuick />}
        </>
      );
    case 'sticker':
      return <Sticker element={first} authorId={message.authorId} />;
    default:
      // Servers are newer than widgets. What can be read is shown.
      return <TextsOnly elements={elements} />;
  }
}

function listed(
  elements: readonly RichElement[],
  draw: (element: RichElement) => ComponentChildren,
): ComponentChildren {
  return elements.length > 1 ? <Carousel cards={elements.map(draw)} /> : draw(elements[0] as RichElement);
}

function TextsOnly({ elements }: { readonly elements: readonly RichElement[] }) {
  const told = elements.filter(({ title, subtitle }) => title || subtitle);
  if (told.length === 0) return null;
  return (
    <div class="said">
      {told.map((element, index) => (
        <CardTexts key={index} element={element} />
      ))}
    </div>
  );
}
