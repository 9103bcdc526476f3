import { Component, type ComponentChildren } from 'preact';
import type { TimelineItem } from '../../domain';
import { Between } from './Between';
import { Broken } from './Broken';
import { MessageRow } from './MessageRow';
import { SystemRow } from './SystemRow';

export interface RowProps {
  readonly item: TimelineItem;
  /** The state of this own message is shown. */
  readonly isMarked: boolean;
  readonly onError: (error: unknown, where: string) => void;
}

/** One row. Drawn again only when its item is another one; and what breaks in it, stays in it. */
export class Row extends Component<RowProps, { readonly broken?: TimelineItem }> {
  override shouldComponentUpdate(next: RowProps, state: Row['state']): boolean {
    return next.item !== this.props.item || next.isMarked !== this.props.isMarked || state !== this.state;
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error, `row:${this.props.item.kind}`);
    this.setState({ broken: this.props.item });
  }

  override render(): ComponentChildren {
    const { item, isMarked } = this.props;
    return (
      <li class={`row row-${item.kind}`} data-key={item.key}>
        {this.state.broken === item ? <Broken /> : view(item, isMarked)}
      </li>
    );
  }
}

function view(item: TimelineItem, isMarked: boolean): ComponentChildren {
  switch (item.kind) {
    case 'system':
      return <SystemRow item={item} />;
    case 'day':
      return <Between item={item} />;
    default:
      return <MessageRow item={item} isMarked={isMarked} />;
  }
}
