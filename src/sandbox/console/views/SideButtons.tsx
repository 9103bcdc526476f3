/** What stands beside the chat. Without a choice: the details, where there is room for them. */
export type Side = 'details' | 'service' | undefined;

interface Props {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
}

export function SideButtons({ side, onSide }: Props) {
  const toggle = (which: 'details' | 'service') => () => onSide(side === which ? undefined : which);
  return (
    <div class="side-buttons">
      <button type="button" class="quiet details-button" aria-expanded={side === 'details'} onClick={toggle('details')}>
        Details
      </button>
      <button type="button" class="service-button" aria-expanded={side === 'service'} onClick={toggle('service')}>
        Service
      </button>
    </div>
  );
}
