import { createWidgetWith, type Embedding } from './create-widget';
import { followReadings, type Readings, readNow } from './readings';
import type { WidgetConfig, WidgetInstance } from './types';

/** The hooks that React and Preact have in common. */
export interface Hooks {
  readonly useEffect: (run: () => (() => void) | undefined, inputs: readonly unknown[]) => void;
  readonly useRef: <T>(initial: T) => { current: T };
  readonly useState: <T>(initial: T | (() => T)) => [T, (next: T) => void];
}

/** A component that draws nothing itself: the widget is there as long as it is mounted. */
export function createComponent(hooks: Hooks, embedding: Embedding): (props: WidgetConfig) => null {
  const { useEffect, useRef } = hooks;

  return function Widget(props) {
    const widget = useRef<WidgetInstance | undefined>(undefined);
    // Of the last drawing: what is mounted anew is told all of it.
    const latest = useRef(props);
    latest.current = props;

    useEffect(() => {
      const mine = createWidgetWith(embedding, latest.current);
      widget.current = mine;
      mine.init();
      return () => {
        mine.destroy();
        widget.current = undefined;
      };
    }, [
      props.organizationId,
      props.license,
      props.group,
      props.chatBetweenGroups,
      props.clientId,
      props.apiVersion,
      props.region,
      props.serverUrl,
      props.frameUrl,
    ]);

    useEffect(() => widget.current?.updateVisibility(props.visibility) as undefined, [props.visibility]);
    useEffect(
      () => widget.current?.updateSessionVariables(props.sessionVariables) as undefined,
      [props.sessionVariables],
    );
    useEffect(() => tellCustomer(widget.current, props) as undefined, [props.customerName, props.customerEmail]);
    useEffect(
      () => widget.current?.updateEventHandlers(props) as undefined,
      [
        props.onReady,
        props.onAvailabilityChanged,
        props.onVisibilityChanged,
        props.onCustomerStatusChanged,
        props.onNewEvent,
        props.onFormSubmitted,
        props.onRatingSubmitted,
        props.onGreetingDisplayed,
        props.onGreetingHidden,
        props.onRichMessageButtonClicked,
      ],
    );
    return null;
  };
}

function tellCustomer(widget: WidgetInstance | undefined, { customerName, customerEmail }: WidgetConfig) {
  widget?.updateCustomerData({
    ...(customerName !== undefined && { name: customerName }),
    ...(customerEmail !== undefined && { email: customerEmail }),
  });
}

/** A hook for one of the things that the widget says of itself. */
export function createReading<K extends keyof Readings>({ useEffect, useState }: Hooks, name: K): () => Readings[K] {
  return function useReading() {
    const [value, setValue] = useState(() => readNow()[name]);
    useEffect(() => {
      const look = () => setValue(readNow()[name]);
      const stop = followReadings(look);
      look();
      return stop;
    }, []);
    return value;
  };
}
