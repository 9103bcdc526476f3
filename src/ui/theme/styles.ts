import composer from '../composer/composer.css?inline';
import header from '../header/header.css?inline';
import log from '../timeline/log.css?inline';
import message from '../timeline/message.css?inline';
import skeleton from '../timeline/skeleton.css?inline';
import window from '../window/window.css?inline';
import base from './base.css?inline';
import tokens from './tokens.css?inline';

export const styles = [tokens, base, window, header, log, message, skeleton, composer].join('');
