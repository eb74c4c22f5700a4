const path = require('node:path');

/** Names that say nothing about what a file holds. */
const drawers = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared']);

/** A file is named in kebab-case after the one thing it holds; no drawers such as `utils`. */
const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      kebab: 'the file name "{{name}}" is not kebab-case; name it after the one concept that it holds, for example path-match.ts',
      drawer: 'the file name "{{name}}" says nothing about its content; name the file after the one concept or function that it holds',
    },
  },
  create: context => ({
    Program(node) {
      const name = path.basename(context.filename);
      const [stem] = name.split('.');
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) {
        context.report({ node, messageId: 'kebab', data: { name } });
      } else if (drawers.has(stem)) {
        context.report({ node, messageId: 'drawer', data: { name } });
      }
    },
  }),
};

module.exports = { fileName };
