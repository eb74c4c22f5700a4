import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Compiles programs of users, all in one go, with `cdk8s-mesh` standing for lib/: name of the program to the first lines of its errors.
 * Programs without an error are left out.
 */
export function typeErrors(programs: Readonly<Record<string, string>>): Record<string, string[]> {
  const files = new Map(Object.entries(programs).map(([name, code], number) => [path.resolve(`program-${number}.ts`), { name, code }]));
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = file => files.has(file) || fileExists(file);
  host.readFile = file => files.get(file)?.code ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const own = files.get(file);
    return own === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, own.code, rest[0]);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const errors: Record<string, string[]> = {};
  for (const [file, { name }] of files) {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    if (found.length > 0) {
      errors[name] = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]);
    }
  }
  return errors;
}

/** Those that the README tells users to write, with which the program has to compile there. */
function compilerOptions(): ts.CompilerOptions {
  const [, settings] = /printf '(.*)' > tsconfig\.json/.exec(readFileSync('README.md', 'utf8'))!;
  return {
    ...ts.convertCompilerOptionsFromJson(JSON.parse(settings).compilerOptions, '.').options,
    moduleDetection: ts.ModuleDetectionKind.Force,
    paths: {
      'cdk8s-mesh': ['./lib/index.ts'],
      'cdk8s-mesh/imports/*': ['./imports/*.ts'],
      'cdk8s-mesh/*': ['./lib/outlets/*.ts'],
    },
  };
}
