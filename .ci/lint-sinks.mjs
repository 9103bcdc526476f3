// The sinks that nobody may use, as a plugin of oxlint: ways from text to markup or code, and messages to any origin.
// What may be an exception, and where, is in `overrides` of .oxlintrc.json.

const HTML_SINKS = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'createContextualFragment',
  'srcdoc',
  'setHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'DOMParser',
]);
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'execScript']);
const USE_NODES = 'makes markup or code of text. Make nodes of it instead: `ui/text`.';

/** `a.name`, `a['name']`, `name`, `name: …` and `<p name>` are one thing here. */
function nameOf(node) {
  if (node === null || node === undefined) return undefined;
  if (node.type === 'MemberExpression') return node.computed ? textOf(node.property) : node.property.name;
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node.name;
  if (node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression') return nameOf(node.expression);
  return textOf(node);
}

/** The text of a string literal, also of a template without holes. */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}

const isText = (node) =>
  textOf(node) !== undefined ||
  node?.type === 'TemplateLiteral' ||
  (node?.type === 'BinaryExpression' && node.operator === '+' && (isText(node.left) || isText(node.right)));

const noHtmlSinks = {
  create(context) {
    const report = (node, name) => context.report({ node, message: `${name} ${USE_NODES}` });
    const check = (node, name) => HTML_SINKS.has(name) && report(node, name);
    const checkCode = (node) => {
      const name = nameOf(node.callee);
      if (name === 'eval' || name === 'Function') report(node, name);
      if (TIMERS.has(name) && isText(node.arguments[0])) report(node, `${name} with a text`);
    };
    return {
      MemberExpression(node) {
        check(node, nameOf(node));
        const isDocument = nameOf(node.object) === 'document';
        if (isDocument && /^write(?:ln)?$/.test(nameOf(node) ?? '')) report(node, 'document.write');
      },
      JSXAttribute: (node) => check(node, nameOf(node.name)),
      Property: (node) => check(node, node.computed ? textOf(node.key) : nameOf(node.key)),
      NewExpression(node) {
        if (node.callee.type === 'Identifier') check(node, node.callee.name);
        checkCode(node);
      },
      CallExpression(node) {
        if (/^setAttribute(?:NS)?$/.test(nameOf(node.callee) ?? '')) {
          for (const argument of node.arguments) check(node, textOf(argument)?.toLowerCase());
        }
        checkCode(node);
      },
    };
  },
};

const noWildcardOrigin = {
  create(context) {
    const message =
      "A message to '*' can be read by anyone. Name the origin. Only `postMessage(HELLO, '*')` says nothing.";
    const isStar = (node) => textOf(node) === '*';
    const hasStarOption = (node) =>
      node?.type === 'ObjectExpression' &&
      node.properties.some((property) => nameOf(property.key) === 'targetOrigin' && isStar(property.value));
    // The bare word, or an object with nothing else in it; and no port goes with it.
    const isHello = ([message, , ...more]) => more.length === 0 && (isWord(message) || isOnlyWord(message));
    const isWord = (node) => node?.type === 'Identifier' && node.name === 'HELLO';
    const isOnlyWord = (node) =>
      node?.type === 'ObjectExpression' && node.properties.length === 1 && isWord(node.properties[0].value);
    return {
      CallExpression(node) {
        if (nameOf(node.callee) !== 'postMessage' || isHello(node.arguments)) return;
        if (node.arguments.some((argument) => isStar(argument) || hasStarOption(argument))) {
          context.report({ node, message });
        }
      },
    };
  },
};

export default {
  meta: { name: 'natter' },
  rules: { 'no-html-sinks': noHtmlSinks, 'no-wildcard-origin': noWildcardOrigin },
};
