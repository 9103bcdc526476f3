export { beginOptions as begin } from './options/begin';
