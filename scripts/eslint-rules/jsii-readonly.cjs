const { memberName, publicMembers } = require('./public-members.cjs');

const properties = new Set(['TSPropertySignature', 'PropertyDefinition', 'TSAbstractPropertyDefinition', 'TSParameterProperty']);

/** A public property is `readonly`: what was said once holds, and collections grow by verbs. */
const jsiiReadonly = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { mutable: '"{{name}}" can be changed from outside: make it `readonly`, and let a method change what has to change' },
  },
  create: context => publicMembers(context, member => {
    if (properties.has(member.type) && !member.readonly) {
      context.report({ node: member, messageId: 'mutable', data: { name: memberName(member) } });
    }
  }),
};

module.exports = { jsiiReadonly };
