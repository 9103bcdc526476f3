export { FormBody } from './forms/FormBody';
export { formStyles as css } from './forms/form-styles';
export { Rating } from './forms/Rating';
export { RatingDialog } from './forms/RatingDialog';
export { TranscriptDialog } from './forms/TranscriptDialog';
export { enForms as words } from './i18n/en-forms';
export { formPaths as icons } from './icons/form-paths';
