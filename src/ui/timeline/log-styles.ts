import custom from '../content/custom.css?inline';
import dividers from './dividers.css?inline';

export const logStyles = [dividers, custom].join('');
