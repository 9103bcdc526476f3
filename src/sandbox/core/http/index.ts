export type { Form, HttpRequest, HttpResponse } from './messages';
export { handleHttp } from './router';
