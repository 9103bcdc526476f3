import annotated from '../formatting/annotated.css?inline';
import greeting from '../greeting/greeting.css?inline';
import file from './file.css?inline';
import rich from './rich.css?inline';

export const richStyles = [file, rich, annotated, greeting].join('');
