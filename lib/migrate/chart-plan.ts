import { importStatements } from './bindings';
import { rootsOf } from './code/code';
import type { Code } from './code/code';
import { printCode } from './code/print-code';
import { commentLine, textLiteral } from './code/text-literal';

/** One chart: the objects of a namespace, or those that name none. */
export interface ChartPlan {
  /** Name of its file, without `.ts`. */
  readonly stem: string;
  readonly className: string;
  readonly namespace?: string;
  readonly statements: readonly ChartStatement[];
}

/** What a chart says, and the comments above it. */
export interface ChartStatement {
  readonly comments: readonly string[];
  readonly code: Code;
  /** The constant that keeps what it makes. */
  readonly constant?: string;
  /** Whether it belongs to the statement above it. */
  readonly continues?: boolean;
}

/** A module with these charts. */
export function moduleText(charts: readonly ChartPlan[]): string {
  const used = new Set(charts.flatMap(({ statements }) => statements.flatMap(({ code }) => rootsOf(code))));
  return `${importStatements(used).join('\n')}\n${charts.map(chartText).join('')}`;
}

function chartText({ className, namespace, statements }: ChartPlan): string {
  const props = namespace === undefined ? '' : `, { namespace: ${textLiteral(namespace)} }`;
  const about = namespace === undefined ? 'Objects that name no namespace, as they were imported' : `What is in the namespace ${commentLine(namespace).slice('// '.length).replace(/\*\//g, '* /')}, as it was imported`;
  return `
/** ${about}. */
export class ${className} extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id${props});
${statements.map(statementText).join('')}  }
}
`;
}

function statementText({ comments, code, constant, continues }: ChartStatement): string {
  const margin = ' '.repeat(INDENT);
  return [
    ...(continues === true ? [] : ['\n']),
    ...comments.map(comment => `${margin}${commentLine(comment)}\n`),
    `${margin}${constant === undefined ? '' : `const ${constant} = `}${printCode(code, INDENT)};\n`,
  ].join('');
}

const INDENT = 4;
