export type { HttpRequest, HttpResponse } from './messages';
export { handleHttp } from './router';
