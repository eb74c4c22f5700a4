/** jsii leaves exported functions and constants out of the assembly without a word; a static method or a class is seen. */
const jsiiNoFreeFunctions = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { free: 'jsii drops the exported {{what}} "{{name}}" silently: make it a static member, or move it to a `private/` folder' },
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'free', data: { what, name: node.name } });
    return {
      'ExportNamedDeclaration > FunctionDeclaration > Identifier.id': node => report(node, 'function'),
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > Identifier.id': node => report(node, 'constant'),
    };
  },
};

module.exports = { jsiiNoFreeFunctions };
