import { Component, type ComponentChildren, createElement } from 'preact';

interface Props {
  readonly onError: (error: unknown) => void;
  /** Shown in the place of what broke. `retry` draws it anew. */
  readonly fallback: (retry: () => void) => ComponentChildren;
  readonly children: ComponentChildren;
}

/** Keeps an error to the part that it happened in. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
    this.setState({ isBroken: true });
  }

  override render(): ComponentChildren {
    if (!this.state.isBroken) return this.props.children;
    return createElement(
      'div',
      { style: 'display:contents' },
      this.props.fallback(() => this.setState({ isBroken: false })),
    );
  }
}
