import { IconButton } from '../header/IconButton';
import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';
import type { Zoom } from './use-zoom';
import type { ViewedPicture } from './viewed';

interface Props {
  readonly picture: ViewedPicture;
  readonly index: number;
  readonly total: number;
  readonly zoom: Zoom;
  readonly onClose: () => void;
}

/** What is shown, and what can be done with it. */
export function ViewerBar({ picture: { href, alt }, index, total, zoom, onClose }: Props) {
  const { words } = useUi();
  const download = words.t('file.download', { name: alt });
  return (
    <div class="viewer-bar">
      {/* The announcer is behind the dialog, and silent. */}
      <p class="viewer-caption" role="status">
        {total > 1 && <small>{words.t('viewer.position', { index: String(index + 1), total: String(total) })}</small>}
        <bdi>{alt}</bdi>
      </p>
      <IconButton
        icon="zoom-out"
        name={words.t('viewer.zoom_out')}
        aria-disabled={!zoom.canShrink}
        onClick={zoom.shrink}
      />
      <IconButton icon="zoom-in" name={words.t('viewer.zoom_in')} aria-disabled={!zoom.canGrow} onClick={zoom.grow} />
      <a
        class="icon-button"
        href={href}
        download=""
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        aria-label={`${download} (${words.t('common.new_tab')})`}
      >
        <Icon name="download" />
      </a>
      <IconButton icon="close" class="viewer-close" name={words.t('viewer.close')} onClick={onClose} />
    </div>
  );
}
