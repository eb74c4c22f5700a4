import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const CACHE = path.resolve('node_modules/.cache/cdk8s-mesh-tools');
const VERSION = '13.2.3';
const FOLDER = path.join(CACHE, `grafana-schema-${VERSION}`);

/** The types of Grafana for its dashboards, which its own generator makes: in the npm package @grafana/schema. Undefined where it cannot be had. */
export function grafanaTypes(): string | undefined {
  const file = path.join(FOLDER, 'package/dist/types/raw/dashboard/x/types.gen.d.ts');
  return existsSync(file) || (download() && existsSync(file)) ? file : undefined;
}

/** `test`, where these types can be had; else a test that is skipped, and says so aloud. */
export function grafanaTest(): typeof test | typeof test.skip {
  const isThere = grafanaTypes() !== undefined;
  if (!isThere) {
    process.stderr.write(`SKIPPED: the npm package @grafana/schema@${VERSION} cannot be had; no dashboard is compared with what Grafana reads.\n`);
  }
  return isThere ? test : test.skip;
}

/** What differs between a value and a type that Grafana has for its dashboards: a line for each. */
export function schemaErrors(value: unknown, typeName: string): string[] {
  const { checker, types } = known ??= read(grafanaTypes()!);
  return new Comparison(checker).errors(value, types.get(typeName)!, typeName);
}

interface Known {
  readonly checker: ts.TypeChecker;
  readonly types: ReadonlyMap<string, ts.Type>;
}

let known: Known | undefined;

function read(file: string): Known {
  const program = ts.createProgram([file], { strict: true, types: [] });
  const checker = program.getTypeChecker();
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);
  return { checker, types: new Map(symbols.map(symbol => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)])) };
}

class Comparison {
  constructor(private readonly checker: ts.TypeChecker) {}

  public errors(value: unknown, type: ts.Type, place: string): string[] {
    if (type.isUnion()) {
      // What is optional may be undefined, which nothing in JSON is.
      const members = type.types.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
      const found = members.map(member => this.errors(value, member, place));
      return found.reduce((least, errors) => errors.length < least.length ? errors : least);
    }
    if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) {
      return [];
    }
    if (this.checker.isArrayType(type)) {
      const [member] = this.checker.getTypeArguments(type as ts.TypeReference);
      return Array.isArray(value) ? value.flatMap((entry, index) => this.errors(entry, member, `${place}[${index}]`)) : [`${place}: no list`];
    }
    return (type.flags & ts.TypeFlags.Object) !== 0 ? this.objectErrors(value, type, place) : this.plainErrors(value, type, place);
  }

  private objectErrors(value: unknown, type: ts.Type, place: string): string[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [`${place}: no object`];
    }
    const properties = new Map(type.getProperties().map(property => [property.name, property]));
    const isOpen = properties.size === 0 || this.checker.getIndexInfosOfType(type).length > 0;
    const missing = [...properties.values()].filter(({ flags, name }) => (flags & ts.SymbolFlags.Optional) === 0 && !(name in value));
    return [
      ...missing.map(({ name }) => `${place}: no ${name}`),
      ...Object.entries(value).flatMap(([key, entry]) => {
        const property = properties.get(key);
        return property === undefined ? isOpen ? [] : [`${place}: ${key} is not known`] : this.errors(entry, this.checker.getTypeOfSymbol(property), `${place}.${key}`);
      }),
    ];
  }

  private plainErrors(value: unknown, type: ts.Type, place: string): string[] {
    const isRight = type.isStringLiteral() || type.isNumberLiteral()
      ? value === type.value
      : this.checker.typeToString(type) === typeof value || this.checker.typeToString(type) === String(value);
    return isRight ? [] : [`${place}: ${JSON.stringify(value)} is no ${this.checker.typeToString(type)}`];
  }
}

function download(): boolean {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, 'download-'));
  try {
    spawnSync('npm', ['pack', `@grafana/schema@${VERSION}`], { cwd: folder, timeout: 120_000 });
    const file = readdirSync(folder).find(entry => entry.endsWith('.tgz'));
    if (file === undefined || spawnSync('tar', ['-xzf', file], { cwd: folder }).status !== 0) {
      return false;
    }
    rmSync(path.join(folder, file));
    renameSync(folder, FOLDER);
    return true;
  } catch {
    return existsSync(FOLDER);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
