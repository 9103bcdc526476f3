import { Component, type RefObject } from 'preact';
import type { TimelineItem } from '../../domain';
import { markedMessages } from './marked-messages';
import { Row } from './Row';
import type { Scroll } from './scroll';

// As many as `stretch` draws at most, and until that is there.
const MOST_ROWS = 150;

interface Props {
  readonly items: readonly TimelineItem[];
  readonly list: RefObject<HTMLOListElement | null>;
  readonly scroll: Scroll;
  readonly onError: (error: unknown, where: string) => void;
}

/**
 * The rows that it is given, or the newest of them while all are given: a log of ten thousand rows takes seconds to draw.
 * A class, for it measures between drawing and the change of the page.
 */
export class MessageList extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.items !== this.props.items;
  }

  override getSnapshotBeforeUpdate(): null {
    this.props.scroll.remember();
    return null;
  }

  override componentDidUpdate(): void {
    this.props.scroll.keep();
  }

  override render() {
    const { list, onError } = this.props;
    const items = this.props.items.slice(-MOST_ROWS);
    const marked = markedMessages(items);
    return (
      <ol class="rows" ref={list}>
        {items.map((item) => (
          <Row key={item.key} item={item} isMarked={marked.has(item)} onError={onError} />
        ))}
      </ol>
    );
  }
}
