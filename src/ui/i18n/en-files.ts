/** English for uploads and for the viewer of pictures. */
export const enFiles = {
  'composer.drop_here': 'Drop files to send them',

  'file.uploads': 'Files to send',
  'file.uploading': 'Sending {name}',
  'file.progress': 'Sending {name}, {percent}',
  'file.waiting': 'Waiting',
  'file.held': 'Not sent yet',
  'file.send': 'Send',
  'file.cancel': 'Stop sending {name}',
  'file.remove': 'Remove {name}',
  'file.empty': '{name} is empty.',
  'file.too_large': '{name} is larger than {limit}.',
  'file.type_refused': 'Files of this type cannot be sent.',
  'file.folder': 'Folders cannot be sent.',
  'file.gone': '{name} was not sent. Choose it again.',
  'file.too_many': {
    one: 'You can send up to {count} file at once.',
    other: 'You can send up to {count} files at once.',
  },

  'viewer.title': 'Image preview',
  'viewer.position': 'Image {index} of {total}',
  'viewer.zoom_in': 'Zoom in',
  'viewer.zoom_out': 'Zoom out',
  'viewer.next': 'Next image',
  'viewer.previous': 'Previous image',
  'viewer.close': 'Close image',
} as const;
