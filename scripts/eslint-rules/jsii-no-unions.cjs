const ts = require('typescript');
const { annotationsOf, publicMembers } = require('./public-members.cjs');

/**
 * jsii compiles `'a' | 'b'` silently as plain `string`, and hands `string | number` to other languages as an untyped value.
 * Enums, enum-like classes and classes with named factories say the same safely.
 */
const jsiiNoUnions = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { union: '`{{text}}` loses its meaning in jsii: use an enum, an enum-like class, or a class with named factories' },
  },
  create(context) {
    const { parserServices, visitorKeys } = context.sourceCode;

    const check = node => {
      if (isUnion(node, parserServices)) {
        context.report({ node, messageId: 'union', data: { text: context.sourceCode.getText(node) } });
        return;
      }
      for (const key of visitorKeys[node.type] ?? []) {
        [node[key]].flat().filter(Boolean).forEach(check);
      }
    };

    return publicMembers(context, member => annotationsOf(member).forEach(check));
  },
};

function isUnion(node, services) {
  switch (node.type) {
    case 'TSLiteralType':
    case 'TSTemplateLiteralType':
      return true;
    case 'TSUnionType':
      return node.types.filter(type => !isAbsence(type)).length > 1;
    case 'TSTypeReference':
      return isUnionType(services.getTypeAtLocation(node));
    default:
      return false;
  }
}

function isAbsence(type) {
  return type.type === 'TSUndefinedKeyword' || type.type === 'TSNullKeyword';
}

/** Looks through an alias. An enum is a union of its members to the compiler, but not to jsii. */
function isUnionType(type) {
  const isEnum = (type.flags & ts.TypeFlags.EnumLike) !== 0;
  return !isEnum && (type.isUnion() || type.isLiteral());
}

module.exports = { jsiiNoUnions };
