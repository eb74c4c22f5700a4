const path = require('node:path');
const { memberName, parametersOf, publicMembers } = require('./public-members.cjs');

// jsii keeps this table to itself (its package exports the compiler only), so it is loaded by its place.
const { isReservedName } = require(path.join(path.dirname(require.resolve('jsii')), 'reserved-words.js'));

/**
 * Stands in for jsii's own warning JSII5018, which is silenced because it cannot allow one word alone: `namespace` is the name that every
 * user of Kubernetes knows.
 */
const jsiiReservedNames = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { allow: { type: 'array', items: { type: 'string' } } }, additionalProperties: false }],
    defaultOptions: [{ allow: [] }],
    messages: { reserved: '"{{name}}" is a reserved word of {{languages}}: choose another name' },
  },
  create(context) {
    const allowed = new Set(context.options[0].allow);
    const check = (node, name) => {
      const languages = isReservedName(name);
      if (languages !== undefined && !allowed.has(name)) {
        context.report({ node, messageId: 'reserved', data: { name, languages: languages.join(', ') } });
      }
    };
    return publicMembers(context, member => {
      check(member, memberName(member));
      parametersOf(member).forEach(parameter => check(parameter, parameter.name));
    });
  },
};

module.exports = { jsiiReservedNames };
