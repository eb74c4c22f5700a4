import { readFileSync } from 'node:fs';
import ts from 'typescript';

export const CONSTRUCT_TYPES_FILE = 'construct-types.json';

/**
 * The fields of every type that generated constructs take, as JSON: file to type to fields. A field is said as `name:type`, with `?` where it
 * may be missing and `=wire` where it has another name in YAML: `httpOptions?=http_options:Options[]`. Behind a type, `[]` is a list and
 * `{}` a mapping.
 */
export function constructTypes(constructs: ReadonlyMap<string, string>): string {
  const own = [...constructs].map(([file, text]) => [file.replace(/\.ts$/, ''), typesOf(text, text)] as const);
  const k8s = require.resolve('cdk8s-plus-28/lib/imports/k8s');
  const declared = ['lib/api-object.d.ts', 'lib/metadata.d.ts'].map(file => packageFile('cdk8s', file)).join('\n');
  const all = [
    ...own,
    ['k8s', typesOf(readFileSync(k8s.replace(/\.js$/, '.d.ts'), 'utf8'), readFileSync(k8s, 'utf8'))] as const,
    ['cdk8s', typesOf(declared, '')] as const,
  ].filter(([, types]) => types.length > 0);
  return `{\n${all.map(([file, types]) => `${JSON.stringify(file)}: {\n${types.join(',\n')}\n}`).join(',\n')}\n}\n`;
}

function packageFile(name: string, file: string): string {
  return readFileSync(require.resolve(`${name}/package.json`).replace(/package\.json$/, file), 'utf8');
}

/** Each type with its fields, as a line of JSON. */
function typesOf(declarations: string, code: string): string[] {
  const wireNames = wireNamesIn(code);
  const source = ts.createSourceFile('constructs.ts', declarations, ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isInterfaceDeclaration).map(({ name, members }) => {
    const wire = wireNames.get(name.text);
    const fields = members.filter(ts.isPropertySignature).map(member => {
      const field = (member.name as ts.Identifier).text;
      const onWire = wire?.get(field) ?? field;
      return `${field}${member.questionToken === undefined ? '' : '?'}${onWire === field ? '' : `=${onWire}`}:${typeText(member.type!, source)}`;
    });
    const open = members.some(ts.isIndexSignatureDeclaration) ? ['*'] : [];
    return `${JSON.stringify(name.text)}: ${JSON.stringify([...fields, ...open])}`;
  });
}

function typeText(type: ts.TypeNode, source: ts.SourceFile): string {
  if (ts.isArrayTypeNode(type)) {
    return `${typeText(type.elementType, source)}[]`;
  }
  const [index] = ts.isTypeLiteralNode(type) ? type.members : [];
  if (index !== undefined && ts.isIndexSignatureDeclaration(index)) {
    return `${typeText(index.type, source)}{}`;
  }
  return ts.isTypeReferenceNode(type) || KEYWORDS.has(type.kind) ? type.getText(source) : 'any';
}

const KEYWORDS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword]);

/** Type to field to its name in YAML, where the two differ. */
function wireNamesIn(code: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const functions = code.split(/^(?:export )?function toJson_/m).slice(1);
  return new Map(functions.map(text => {
    const pairs = [...text.matchAll(/^\s+'([^']+)': .*?\bobj\.(\w+)/gm)].map(([, wire, field]) => [field, wire] as const);
    return [/^\w+/.exec(text)![0], new Map(pairs.filter(([field, wire]) => field !== wire))];
  }));
}
