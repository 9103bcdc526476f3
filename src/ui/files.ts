export { enFiles as words } from './i18n/en-files';
export { filePaths as icons } from './icons/file-paths';
export { DropZone } from './uploads/DropZone';
export { filesStyles as css } from './uploads/files-styles';
export { UploadList } from './uploads/UploadList';
export { Viewer } from './viewer/Viewer';
