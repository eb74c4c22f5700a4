/** Visits what jsii sees of the classes and interfaces that a file exports: `visit(member, owner)` for each visible member. */
function publicMembers(context, visit) {
  const visitAll = owner => {
    for (const member of membersOf(owner)) {
      if (!isHidden(context.sourceCode, member)) {
        visit(member, owner);
      }
    }
  };
  return {
    'ExportNamedDeclaration > ClassDeclaration': visitAll,
    'ExportNamedDeclaration > TSInterfaceDeclaration': visitAll,
  };
}

/** The name of a member; undefined for an index signature and for a computed name. */
function memberName(member) {
  const named = identifierOf(member).key ?? identifierOf(member);
  return member.computed ? undefined : named.name ?? named.value;
}

/** The types that a member shows: its own, that of its result, and those of its parameters. */
function annotationsOf(member) {
  const annotations = [identifierOf(member).typeAnnotation, member.returnType, member.value?.returnType];
  return [...annotations, ...parametersOf(member).map(parameter => parameter.typeAnnotation)].filter(Boolean);
}

/** The parameters of a method or constructor as identifiers; one that is a property too is a member of its own. */
function parametersOf(member) {
  const parameters = member.params ?? member.value?.params ?? [];
  return parameters.filter(parameter => parameter.type !== 'TSParameterProperty').map(identifierOf);
}

/** What carries name and type: the identifier inside a default value, a rest parameter or a parameter property; else the node itself. */
function identifierOf(node) {
  const inner = node.parameter ?? node;
  return inner.left ?? inner.argument ?? inner;
}

function membersOf(owner) {
  const constructor = owner.body.body.find(member => member.kind === 'constructor');
  const parameterProperties = constructor?.value.params.filter(parameter => parameter.type === 'TSParameterProperty') ?? [];
  return [...owner.body.body.filter(member => member.type !== 'StaticBlock'), ...parameterProperties];
}

function isHidden(sourceCode, member) {
  return member.accessibility === 'private'
    || member.key?.type === 'PrivateIdentifier'
    || docOf(sourceCode, member).includes('@internal');
}

/** The comments straight above a node, as one text. */
function docOf(sourceCode, node) {
  return sourceCode.getCommentsBefore(node).map(comment => comment.value).join('\n');
}

module.exports = { annotationsOf, docOf, memberName, parametersOf, publicMembers };
