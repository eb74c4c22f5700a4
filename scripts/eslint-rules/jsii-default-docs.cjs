const { docOf, memberName, publicMembers } = require('./public-members.cjs');

/** Every optional property of a `*Props` or `*Options` interface says with `@default` what happens without it. */
const jsiiDefaultDocs = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: '"{{name}}" is optional: say with `@default` what happens without it (a value, or `-` and the behavior)' },
  },
  create: context => publicMembers(context, (member, owner) => {
    if (member.optional && /(Props|Options)$/.test(owner.id.name) && !/@default\s+\S/.test(docOf(context.sourceCode, member))) {
      context.report({ node: member, messageId: 'missing', data: { name: memberName(member) } });
    }
  }),
};

module.exports = { jsiiDefaultDocs };
