import around from './around.css?inline';
import form from './form.css?inline';
import rating from './rating.css?inline';

export const formStyles = [form, rating, around].join('');
